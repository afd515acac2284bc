/** Measures something; `say` tells a person how it goes. Returns one flat object with units in the names. */
export interface Bench {
  run(say: (line: string) => void): Promise<Record<string, unknown>>
}

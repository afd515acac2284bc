/**
 * Measures something; `say` tells a person how it goes, `options` are the command line's after the bench's name, `--json` left out.
 * Returns one flat object with units in the names; `process.exitCode` says whether it is as it should be. Throws UsageError.
 */
export interface Bench {
  run(say: (line: string) => void, options: readonly string[]): Promise<Record<string, unknown>>
}

/** Asked for something that cannot be measured; the message is one line that says what to give instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

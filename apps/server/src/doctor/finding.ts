/** What a check found, in a line that says what to do where something is to be done. */
export interface Finding {
  level: 'ok' | 'warning' | 'problem'
  text: string
}

export const ok = (text: string): Finding => ({ level: 'ok', text })
export const warning = (text: string): Finding => ({ level: 'warning', text })
export const problem = (text: string): Finding => ({ level: 'problem', text })

/** Bytes as people say them. */
export const inGigabytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GB`

/** An address as somebody would type it from across the hall: no scheme, no trailing slash. */
export function shownUrl(joinUrl: string): string {
  return joinUrl.replace(/^https?:\/\//, '').replace(/\/$/, '')
}

const longestLine = 24

/** Over how many lines an address is spread, and how many characters the longest of them has at least. */
export function linesOf(url: string): { lines: number; length: number } {
  const lines = Math.ceil(url.length / longestLine)
  return { lines, length: Math.max(14, Math.ceil(url.length / lines)) }
}

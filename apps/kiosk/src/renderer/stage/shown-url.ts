/** An address as somebody would type it from across the hall: no scheme, no trailing slash. */
export function shownUrl(joinUrl: string): string {
  return joinUrl.replace(/^https?:\/\//, '').replace(/\/$/, '')
}

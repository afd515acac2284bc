/**
 * What staff type to reach the booth box: `192.168.0.7:3000`, `https://dabble.example.org`, or an address copied from elsewhere
 * in the game. Gives the origins to try, best first; null when it is no such address. Without a scheme https is tried first.
 */
export function parseAddress(text: string): string[] | null {
  const typed = text.trim()
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(typed)?.[1]?.toLowerCase()
  if (!typed || /\s/.test(typed) || (scheme && scheme !== 'http' && scheme !== 'https')) return null
  const urls = (scheme ? [typed] : [`https://${typed}`, `http://${typed}`]).map(one => URL.parse(one))
  const origins = urls.flatMap(url => (url?.hostname && !url.username && !url.password ? [url.origin] : []))
  return origins.length > 0 ? origins : null
}

import { asTyped } from '../hand-over/hangul-keys.ts'

/** The code in what somebody typed, pasted or scanned into the pairing field: a code, however written, or an address with one. */
export function pairingCodeOf(text: string): string {
  const typed = asTyped(text).trim()
  return (/[?&]pair=([^&#\s]+)/i.exec(typed)?.[1] ?? typed).toUpperCase().replace(/[^A-Z0-9-]/g, '')
}

/** A pairing code brought along in the address, which is taken out of the address at once; null when there is none. */
export function takePairingCode(address: Location, history: History): string | null {
  const params = new URLSearchParams(address.search)
  const code = params.get('pair')
  if (code === null) return null
  params.delete('pair')
  const rest = params.size ? `?${params}` : ''
  history.replaceState(history.state, '', address.pathname + rest + address.hash)
  return pairingCodeOf(code)
}

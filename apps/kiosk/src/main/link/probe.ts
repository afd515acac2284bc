import type { Box } from '../store/store.ts'

/** What an address turned out to be. */
export type Found =
  | { kind: 'box'; origin: string }
  | { kind: 'away' }
  /** Something answers, and it is not Dabble. */
  | { kind: 'other' }
  /** It shows a certificate that nobody vouches for, or another one than the pinned. */
  | { kind: 'certificate'; origin: string; fingerprint: string }

export type Probe = (box: Box) => Promise<Found>

/** The page that answered, as far as it tells what it is. */
export interface Answer {
  status: number
  /** Where redirects led. */
  url: string
  title: string
}

/** The big screen's page says its name; anything else that answers at `/kiosk/` is not the game. */
export const pageTitle = 'Dabble'

/** A server that is starting says 503 and one behind a proxy 502: it is away, not something else. */
export function readAnswer({ status, url, title }: Answer): Found {
  if (status >= 500) return { kind: 'away' }
  const isPage = status === 200 && new URL(url).pathname.startsWith('/kiosk') && title === pageTitle
  return isPage ? { kind: 'box', origin: new URL(url).origin } : { kind: 'other' }
}

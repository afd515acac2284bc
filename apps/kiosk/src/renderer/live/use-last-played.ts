import type { KioskState, Millis } from '@dabble/api'
import { useState } from 'react'
import { type LastPlayed, lastPlayed } from './quiet.ts'

/** When somebody last played, by the server's clock. */
export function useLastPlayed(state: KioskState | null): Millis {
  const [last, setLast] = useState<LastPlayed | null>(null)
  const next = state && lastPlayed(last, state)
  if (next && next !== last) setLast(next)
  return next?.at ?? 0
}

import type { Announcement } from '@dabble/api'
import { useEffect, useReducer, useRef } from 'react'
import type { Live } from '../live/use-kiosk-state.ts'
import { type Announcements, nextAnnouncements, noAnnouncements } from './queue.ts'

/** Of this window only: two screens of one machine each show everything. */
const key = 'dabble.kiosk.announced'

function begunBefore(): Announcements['begun'] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as Announcements['begun']
  } catch {
    return []
  }
}

function remember(begun: Announcements['begun']): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(begun))
  } catch {
    // Full or forbidden: a reload shows an announcement again.
  }
}

/** What has the stage now; null for the board. Nothing starts while the screen is blank, or before the server has spoken. */
export function useAnnouncement({ state, epoch, clockOffset }: Live): Announcement | null {
  const queue = useRef<Announcements>(noAnnouncements)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const list = epoch > 0 ? state?.announcements : undefined
  const paused = state?.screen.blank ?? false
  useEffect(() => {
    queue.current = { ...noAnnouncements, begun: begunBefore() }
  }, [])
  useEffect(() => {
    if (!list) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const turn = () => {
      const before = queue.current
      const now = Date.now()
      queue.current = nextAnnouncements(before, list, { at: now + clockOffset, now, paused })
      const { showing, begun } = queue.current
      if (begun !== before.begun) remember(begun)
      if (showing !== before.showing) redraw()
      if (showing) timer = setTimeout(turn, showing.until - now)
    }
    turn()
    return () => clearTimeout(timer)
  }, [list, paused, clockOffset])
  return paused ? null : (queue.current.showing?.announcement ?? null)
}

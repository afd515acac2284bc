import { GameError, type Millis } from '@dabble/api'
import { eq } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { Db, Queries } from '../../../db/open.ts'
import { prize, roundWindow } from '../../../db/schema.ts'
import { write } from '../../../db/write.ts'
import { record } from '../../audit.ts'
import { type RoundWindow, windowsOf } from '../../round.ts'
import type { RoundDeed } from './deed.ts'
import { requireRound } from './require-round.ts'

export interface WantedWindow {
  /** Of one that is there already. */
  id?: string
  name: string
  opensAt: Millis
  closesAt: Millis
}

/**
 * Makes a round's windows those. While it is a draft anything goes; once it is open, what has begun keeps its start and ends in
 * the future, and what is over stays as it was, because people have played by it.
 * @throws {GameError} `window-begun`, `window-has-prize`, `round-state`.
 */
export function setWindows(db: Db, { id, author, reason, now }: RoundDeed, wanted: WantedWindow[]): void {
  write(db, tx => {
    const { state } = requireRound(tx, id, 'draft', 'open')
    const before = windowsOf(tx, id)
    const after = withIds(before, wanted)
    if (state === 'open') refuseBegun(before, after, now)
    for (const { id: gone } of before.filter(window => !after.some(({ id }) => id === window.id))) remove(tx, gone)
    for (const window of after) {
      const { name, opensAt, closesAt } = window
      tx.insert(roundWindow)
        .values({ ...window, roundId: id })
        .onConflictDoUpdate({ target: roundWindow.id, set: { name, opensAt, closesAt } })
        .run()
    }
    record(tx, { at: now, author, action: 'round.windows', subject: id, reason })
  })
}

/** Prizes know a window by its id, so one that stays keeps it: known by that, or by when it opens. */
function withIds(before: RoundWindow[], wanted: WantedWindow[]): Required<WantedWindow>[] {
  return wanted.map(window => {
    const same =
      before.find(({ id }) => id === window.id) ??
      before.find(({ id, opensAt }) => opensAt === window.opensAt && !wanted.some(other => other.id === id))
    return { ...window, id: same?.id ?? nanoid() }
  })
}

function refuseBegun(before: RoundWindow[], after: Required<WantedWindow>[], now: Millis): void {
  for (const { id, opensAt, closesAt } of before.filter(window => window.opensAt <= now)) {
    const kept = after.find(window => window.id === id)
    const stays = closesAt <= now ? kept?.closesAt === closesAt : kept && kept.closesAt > now
    if (kept?.opensAt !== opensAt || !stays) throw new GameError('window-begun')
  }
}

function remove(tx: Queries, id: string): void {
  if (tx.select({ id: prize.id }).from(prize).where(eq(prize.windowId, id)).get())
    throw new GameError('window-has-prize')
  tx.delete(roundWindow).where(eq(roundWindow.id, id)).run()
}

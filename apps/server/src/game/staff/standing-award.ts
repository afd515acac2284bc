import { GameError, type GameErrorValues } from '@dabble/api'
import { eq } from 'drizzle-orm'
import type { Queries } from '../../db/open.ts'
import { staffMember } from '../../db/schema.ts'
import { currentContest } from '../contest.ts'
import type { Award } from './award-rows.ts'

/**
 * An award that was neither taken back nor handed over.
 * @throws {GameError} `award-unknown`, `award-undone`, `award-claimed` with by whom and when.
 */
export function requireStanding(tx: Queries, row: Award | undefined): Award {
  if (!row) throw new GameError('award-unknown')
  if (row.undoneAt !== null) throw new GameError('award-undone')
  if (row.claimedAt !== null) throw new GameError('award-claimed', claimedValues(tx, row))
  return row
}

/** Who handed an award over, and when on the contest's clock. */
function claimedValues(db: Queries, { claimedBy, claimedAt }: Award): GameErrorValues {
  const { name } = staffMember
  const by = db
    .select({ name })
    .from(staffMember)
    .where(eq(staffMember.id, claimedBy ?? ''))
    .get()
  const { timeZone } = currentContest(db) ?? {}
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return { by: by?.name ?? '', time: clock.format(claimedAt ?? 0) }
}

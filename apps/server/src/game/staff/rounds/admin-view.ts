import type { RoundAdminView } from '@dabble/api'
import { desc, eq, sql } from 'drizzle-orm'
import type { Queries } from '../../../db/open.ts'
import { round, roundResult, staffMember } from '../../../db/schema.ts'
import { pictureRef } from '../../picture-ref.ts'
import { type Round, windowsOf } from '../../round.ts'
import { isOutdated } from './publish.ts'
import { tallies } from './tallies.ts'

/** All rounds, newest first. */
export const roundAdminViews = (db: Queries): RoundAdminView[] =>
  db
    .select()
    .from(round)
    .orderBy(desc(round.createdAt), sql`${round}.rowid desc`)
    .all()
    .map(row => roundAdminView(db, row))

/** A round as the crew sees it; never with its target's prompt, which nobody may know before the reveal. */
export function roundAdminView(db: Queries, row: Round): RoundAdminView {
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    target: pictureRef({ hash: row.targetHash, width: row.targetWidth, height: row.targetHeight }),
    targetDrawn: row.targetPrompt !== null,
    windows: windowsOf(db, row.id).map(({ id, name, opensAt, closesAt }) => ({ id, name, opensAt, closesAt })),
    frozenAt: row.frozenAt,
    ...tallies(db, row.id),
    revision: row.revision,
    outdated: isOutdated(db, row),
    revisions: revisionsOf(db, row.id),
    createdAt: row.createdAt,
  }
}

function revisionsOf(db: Queries, roundId: string): RoundAdminView['revisions'] {
  const { revision, publishedAt, reason } = roundResult
  return db
    .select({ revision, publishedAt, reason, by: sql<string>`coalesce(${staffMember.name}, '')` })
    .from(roundResult)
    .leftJoin(staffMember, eq(staffMember.id, roundResult.author))
    .where(eq(roundResult.roundId, roundId))
    .orderBy(desc(revision))
    .all()
}

import { type AuditAction, type AuditRow, limits } from '@dabble/api'
import { and, desc, eq, inArray, lt, or, type SQL } from 'drizzle-orm'
import type { Db, Queries } from '../../db/open.ts'
import { auditLog, award, player, staffMember } from '../../db/schema.ts'
import { namesOf } from './log-names.ts'

/** The audit log, newest first; `before` is the id of the oldest row already seen. */
export const logRows = (db: Db, before: number | null): AuditRow[] =>
  rowsWhere(db, before === null ? undefined : lt(auditLog.id, before))

/** What was done to a player and to what they have won, newest first. */
export function logOfPlayer(db: Queries, playerId: string): AuditRow[] {
  const awards = db.select({ id: award.id }).from(award).where(eq(award.playerId, playerId))
  return rowsWhere(db, or(eq(auditLog.subject, playerId), inArray(auditLog.subject, awards)))
}

function rowsWhere(db: Queries, where: SQL | undefined): AuditRow[] {
  const rows = db.select().from(auditLog).where(and(where)).orderBy(desc(auditLog.id)).limit(limits.logRows).all()
  const authors = authorsOf(db, [...new Set(rows.map(({ author }) => author))])
  const names = namesOf(db, [...new Set(rows.map(({ subject }) => subject))])
  return rows.map(({ action, ...row }) => ({
    ...row,
    action: action as AuditAction,
    author: authors.get(row.author) ?? 'system',
    subjectName: names.get(row.subject) ?? null,
  }))
}

/** Members by name, whether they are still here or not; players without theirs. */
function authorsOf(db: Queries, ids: string[]): Map<string, string> {
  const { id, name } = staffMember
  const members = db.select({ id, name }).from(staffMember).where(inArray(id, ids)).all()
  const players = db.select({ id: player.id }).from(player).where(inArray(player.id, ids)).all()
  return new Map([
    ...players.map(({ id }) => [id, 'player'] as const),
    ...members.map(({ id, name }) => [id, name] as const),
  ])
}

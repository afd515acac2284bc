import { desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Queries } from '../../db/open.ts'
import { award, picture, player, prize, prizeCode, staffMember } from '../../db/schema.ts'

export type Award = typeof award.$inferSelect
export type Prize = typeof prize.$inferSelect

const giver = alias(staffMember, 'giver')
const claimer = alias(staffMember, 'claimer')
const undoer = alias(staffMember, 'undoer')

/** The picture an award is for, as long as it is not hidden; another prompt may have drawn the same bytes. */
const notHidden = sql`${picture.id} = (
  select min(p.id) from ${picture} p
  where p.hash = ${award.pictureHash} and p.hidden_at is null and p.erased_at is null)`

export type AwardRow = ReturnType<typeof awardRows>[number]

/** Awards with all that their views are made of, newest first. */
export function awardRows(db: Queries, where: SQL | undefined, limit = 1_000) {
  const { hash, width, height, hiddenAt, erasedAt, screenedAt } = picture
  return db
    .select({
      ...getTableColumns(award),
      prize: getTableColumns(prize),
      player: getTableColumns(player),
      picture: { hash, width, height, hiddenAt, erasedAt, screenedAt },
      by: giver.name,
      claimer: claimer.name,
      undoer: undoer.name,
      code: prizeCode.code,
    })
    .from(award)
    .innerJoin(prize, eq(prize.id, award.prizeId))
    .innerJoin(player, eq(player.id, award.playerId))
    .leftJoin(picture, notHidden)
    .leftJoin(prizeCode, eq(prizeCode.awardId, award.id))
    .leftJoin(giver, eq(giver.id, award.author))
    .leftJoin(claimer, eq(claimer.id, award.claimedBy))
    .leftJoin(undoer, eq(undoer.id, award.undoneBy))
    .where(where)
    .orderBy(desc(award.at), sql`${award}.rowid desc`)
    .limit(limit)
    .all()
}

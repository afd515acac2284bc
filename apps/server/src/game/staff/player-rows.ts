import type { PlayerRow } from '@dabble/api'
import { and, count, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Queries } from '../../db/open.ts'
import { entry, picture, player } from '../../db/schema.ts'
import type { ScoredStanding } from '../board.ts'
import { plainCode } from '../codes.ts'
import { nicknameKey } from '../nickname.ts'
import { ownPicture } from '../picture-ref.ts'
import type { Player } from '../player.ts'
import type { Round } from '../round.ts'

const mostRows = 40

/** What the QR code on a player's phone leads to, for staff who have a scanner. */
const playerAddress = /\/staff\/player\/([^/?#\s]+)/

/**
 * Players found by a player code, an address that ends in one, or a part of their nickname, however it is typed: those whose name
 * begins with it first, then the newest. Everybody where there is nothing to look for.
 */
export function findPlayers(db: Queries, text: string): Player[] {
  const code = playerAddress.exec(text)?.[1]
  return code === undefined ? findByText(db, text) : playersWhere(db, eq(player.playerCode, plainCode(code)))
}

function findByText(db: Queries, text: string): Player[] {
  const key = nicknameKey(text)
  if (key === '') return playersWhere(db, undefined)
  const at = sql`instr(${player.nicknameKey}, ${key})`
  const byCode = eq(player.playerCode, plainCode(text))
  return playersWhere(db, or(byCode, sql`${at} > 0`), desc(byCode), sql`${at} = 1 desc`)
}

function playersWhere(db: Queries, where: SQL | undefined, ...first: SQL[]): Player[] {
  return db
    .select()
    .from(player)
    .where(and(isNull(player.erasedAt), where))
    .orderBy(...first, desc(player.createdAt), sql`${player}.rowid desc`)
    .limit(mostRows)
    .all()
}

/** Players as staff see them, in a round with these standings; before the first round nobody has played. */
export function playerRows(db: Queries, players: Player[], round: Round | null, all: ScoredStanding[]): PlayerRow[] {
  const standings = new Map(all.map(standing => [standing.playerId, standing]))
  const entries = round ? entriesOf(db, players, round.id) : new Map<string, number>()
  const own = players.flatMap(({ id }) => standings.get(id)?.pictureId ?? [])
  const pictures = new Map(
    db
      .select()
      .from(picture)
      .where(inArray(picture.id, own))
      .all()
      .map(row => [row.id, ownPicture(row)]),
  )
  return players.map(row => {
    const standing = standings.get(row.id)
    return {
      id: row.id,
      nickname: row.nickname,
      playerCode: row.playerCode,
      ghost: row.ghost,
      muted: row.mutedAt !== null,
      disqualified: row.disqualifiedAt !== null,
      joinedAt: row.createdAt,
      entries: entries.get(row.id) ?? 0,
      rank: standing?.rank ?? null,
      scoreShown: standing?.scoreShown ?? null,
      picture: (standing && pictures.get(standing.pictureId)) ?? null,
    }
  })
}

function entriesOf(db: Queries, players: Player[], roundId: string): Map<string, number> {
  const theirs = and(
    eq(entry.roundId, roundId),
    inArray(
      entry.playerId,
      players.map(({ id }) => id),
    ),
  )
  const counted = db.select({ id: entry.playerId, entries: count() }).from(entry).where(theirs).groupBy(entry.playerId)
  return new Map(counted.all().map(({ id, entries }) => [id, entries]))
}

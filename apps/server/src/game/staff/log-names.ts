import type { Language } from '@dabble/api'
import { eq, inArray } from 'drizzle-orm'
import type { Queries } from '../../db/open.ts'
import { award, picture, player, prize, round, staffDevice, staffMember } from '../../db/schema.ts'
import { currentContest } from '../contest.ts'

/** So much of a picture's hash tells it from others, to the eye. */
const shortHash = 8

/**
 * What people call the subjects of the audit log: nicknames, prizes, rounds, members, devices, pictures by the beginning of their
 * hash. No entry where there is no name (any more). Ids are random, so one is never of two kinds.
 */
export function namesOf(db: Queries, ids: string[]): Map<string, string> {
  const language = currentContest(db)?.languages[0] ?? 'en'
  return new Map(
    [
      ...playersAndWinners(db, ids),
      ...titles(db, ids).map(({ id, title }) => ({ id, name: title[language] })),
      ...others(db, ids),
    ]
      .filter(({ name }) => name !== '')
      .map(({ id, name }) => [id, name]),
  )
}

function playersAndWinners(db: Queries, ids: string[]) {
  const { nickname } = player
  const players = db.select({ id: player.id, name: nickname }).from(player).where(inArray(player.id, ids)).all()
  const winners = db
    .select({ id: award.id, name: nickname })
    .from(award)
    .innerJoin(player, eq(player.id, award.playerId))
    .where(inArray(award.id, ids))
    .all()
  return [...players, ...winners]
}

function titles(db: Queries, ids: string[]): { id: string; title: Record<Language, string> }[] {
  const prizes = db.select({ id: prize.id, title: prize.name }).from(prize).where(inArray(prize.id, ids)).all()
  const rounds = db.select({ id: round.id, title: round.title }).from(round).where(inArray(round.id, ids)).all()
  return [...prizes, ...rounds]
}

function others(db: Queries, ids: string[]): { id: string; name: string }[] {
  const members = db.select({ id: staffMember.id, name: staffMember.name }).from(staffMember)
  const devices = db.select({ id: staffDevice.id, name: staffDevice.name }).from(staffDevice)
  const { hash } = picture
  const hashes = db.selectDistinct({ hash }).from(picture).where(inArray(hash, ids)).all()
  return [
    ...members.where(inArray(staffMember.id, ids)).all(),
    ...devices.where(inArray(staffDevice.id, ids)).all(),
    ...hashes.flatMap(({ hash }) => (hash ? [{ id: hash, name: hash.slice(0, shortHash) }] : [])),
  ]
}

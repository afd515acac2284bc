import { type AuditAction, GameError, type Millis, type StaffActor } from '@dabble/api'
import { and, eq, isNull } from 'drizzle-orm'
import type { Db, Queries } from '../../db/open.ts'
import { player } from '../../db/schema.ts'
import { write } from '../../db/write.ts'
import { record } from '../audit.ts'
import { leaveGame } from '../leave.ts'
import { type Player, renamePlayer } from '../player.ts'

/** What is switched on and off for a player. */
export interface Switch {
  id: string
  on: boolean
  reason: string
}

/** Ghosts play, and are ranked nowhere. @throws {GameError} `player-unknown`. */
export const setGhost = (db: Db, input: Switch, by: StaffActor, now: Millis): void =>
  switchPlayer(db, input, by, now, {
    isOn: ({ ghost }) => ghost,
    set: { ghost: input.on },
    action: input.on ? 'player.ghost' : 'player.unghost',
  })

/** The muted play and rank; screens show neither their nickname nor their pictures. @throws {GameError} `player-unknown`. */
export const mute = (db: Db, input: Switch, by: StaffActor, now: Millis): void =>
  switchPlayer(db, input, by, now, {
    isOn: ({ mutedAt }) => mutedAt !== null,
    set: { mutedAt: input.on ? now : null },
    action: input.on ? 'player.mute' : 'player.unmute',
  })

/** The disqualified send nothing and stand nowhere; their entries stay, for when they are restored. @throws {GameError} `player-unknown`. */
export const disqualify = (db: Db, input: Switch, by: StaffActor, now: Millis): void =>
  switchPlayer(db, input, by, now, {
    isOn: ({ disqualifiedAt }) => disqualifiedAt !== null,
    set: { disqualifiedAt: input.on ? now : null },
    action: input.on ? 'player.disqualify' : 'player.restore',
  })

/** @throws {GameError} `player-unknown`, `nickname-taken`. */
export function renameByStaff(
  db: Db,
  { id, nickname, reason }: { id: string; nickname: string; reason: string },
  by: StaffActor,
  now: Millis,
): void {
  ofSomebodyElse(() => renamePlayer(db, id, nickname, now, { author: by.id, reason }))
}

/** As if the player had left. @throws {GameError} `player-unknown`. */
export function erasePlayer(db: Db, { id, reason }: { id: string; reason: string }, by: StaffActor, now: Millis): void {
  ofSomebodyElse(() => leaveGame(db, id, now, { author: by.id, reason }))
}

/** Two at two screens who do the same do it once. */
function switchPlayer(
  db: Db,
  { id, on, reason }: Switch,
  by: StaffActor,
  now: Millis,
  { isOn, set, action }: { isOn(row: Player): boolean; set: Partial<Player>; action: AuditAction },
): void {
  write(db, tx => {
    if (isOn(requireSomebody(tx, id)) === on) return
    tx.update(player).set(set).where(eq(player.id, id)).run()
    record(tx, { at: now, author: by.id, action, subject: id, reason })
  })
}

/** @throws {GameError} `player-unknown`, also once they have left. */
export function requireSomebody(db: Queries, id: string): Player {
  const row = db
    .select()
    .from(player)
    .where(and(eq(player.id, id), isNull(player.erasedAt)))
    .get()
  if (!row) throw new GameError('player-unknown')
  return row
}

/** What the rules tell a phone of itself, staff are told of somebody else. */
function ofSomebodyElse(run: () => void): void {
  try {
    run()
  } catch (error) {
    throw error instanceof GameError && error.key === 'not-joined' ? new GameError('player-unknown') : error
  }
}

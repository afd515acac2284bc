import type { PrizeKind, prizeSchema } from '@dabble/api'
import { nanoid } from 'nanoid'
import type { z } from 'zod'
import type { Player } from '../player.ts'
import type { Claim } from '../staff/claim.ts'
import type { Draw } from '../staff/draw.ts'
import { giveAward } from '../staff/give.ts'
import { insertMember, type Member } from '../staff/member.ts'
import { createPrize } from '../staff/prize.ts'
import type { Fixture } from './fixture.ts'

/** Somebody of the crew, who can give prizes. */
export const crewMember = ({ db, now }: Fixture, name = 'Mina'): Member =>
  insertMember(db, { name, role: 'staff', pinHash: '' }, now)

export function addPrize(
  { db, now }: Fixture,
  kind: PrizeKind,
  stock: number,
  ranks?: z.output<typeof prizeSchema>['ranks'],
): string {
  return createPrize(db, { kind, name: { ko: '인형', en: 'Plush' }, stock, ranks }, 'owner', now)
}

let prompts = 0

/** A new player with a finished entry. */
export function played(game: Fixture, nickname?: string, deviceId?: string): Player {
  const player = game.join(nickname, deviceId)
  play(game, player)
  return player
}

/** A finished entry with a picture of its own. */
export function play(game: Fixture, player: Player, similarity?: number): void {
  game.enter(player, `prompt ${++prompts}`)
  game.draw(similarity)
}

export type Give = Parameters<typeof giveAward>[1]

export const giving = (prizeId: string, playerId: string, more: Partial<Give> = {}): Give => ({
  nonce: nanoid(),
  prizeId,
  playerId,
  reason: 'funniest swan',
  announce: false,
  sharedDevice: false,
  ...more,
})

export const give = ({ db, now }: Fixture, prizeId: string, playerId: string, more?: Partial<Give>) =>
  giveAward(db, giving(prizeId, playerId, more), 'staff', now)

export const claiming = ({ now }: Pick<Fixture, 'now'>, more: Partial<Claim> = {}): Claim => ({
  nonce: nanoid(),
  author: 'staff',
  now,
  ...more,
})

export const drawing = ({ now }: Pick<Fixture, 'now'>, more: Partial<Draw> = {}): Draw => ({
  nonce: nanoid(),
  windowId: null,
  author: 'staff',
  now,
  ...more,
})

import type { GameErrorKey } from '@dabble/api'
import { expect, it } from 'vitest'
import { auditLog, player } from '../db/schema.ts'
import { joinPlayer } from './join.ts'
import { renamePlayer, replaceRecoveryCode, requirePlayer, resumePlayer, setPlayerLanguage } from './player.ts'
import { createFixture, type Fixture, start } from './testing/fixture.ts'

const hour = 3_600_000
const refused = (key: GameErrorKey, values = {}) => expect.objectContaining({ key, values })
const joinAs = ({ db, round, now }: Fixture, nickname: string, deviceId = 'phone') =>
  joinPlayer(db, { contestId: round.contestId, deviceId, nickname, language: 'en' }, now)

it('lets nobody take a nickname that looks like another', () => {
  const game = createFixture()
  joinAs(game, 'paypal')
  expect(() => joinAs(game, 'раураl', 'other')).toThrow(refused('nickname-taken'))
  expect(() => joinAs(game, 'ＰａｙＰａｌ', 'other')).toThrow(refused('nickname-taken'))
  expect(game.db.select().from(player).all()).toHaveLength(1)
})

it('gives every player a code and a secret of their own, and keeps no secret in clear', () => {
  const game = createFixture()
  const [a, b] = [joinAs(game, 'a'), joinAs(game, 'b')]
  expect(a.player.playerCode).not.toBe(b.player.playerCode)
  expect(a.recoveryCode).not.toBe(b.recoveryCode)
  expect(JSON.stringify(game.db.select().from(player).all())).not.toContain(a.recoveryCode)
})

it('answers again when the answer to a join was lost, as long as nothing was played', () => {
  const game = createFixture()
  const first = joinAs(game, 'kim')
  game.now += 59_000
  const second = joinAs(game, 'kim')
  expect(second.player.id).toBe(first.player.id)
  expect(() => resumePlayer(game.db, first.recoveryCode, 'x', start)).toThrow(refused('recovery-code-unknown'))
  expect(resumePlayer(game.db, second.recoveryCode, 'x', start).id).toBe(first.player.id)

  expect(() => joinAs(game, 'kim', 'another phone')).toThrow(refused('nickname-taken'))
  game.now += 1_000
  expect(() => joinAs(game, 'kim')).toThrow(refused('nickname-taken'))

  const played = joinAs(game, 'lee')
  game.enter(played.player, 'duck')
  expect(() => joinAs(game, 'lee')).toThrow(refused('nickname-taken'))
})

it('lets a device join five times an hour and twenty times in all, also when they leave', () => {
  const game = createFixture()
  for (let i = 0; i < 20; i += 1) {
    joinAs(game, `${i}`)
    if (i % 5 < 4) continue
    expect(() => joinAs(game, 'one more')).toThrow(refused('device-join-limit'))
    joinAs(game, `another device ${i}`, `tablet ${i}`)
    game.db.update(player).set({ erasedAt: 1, nicknameKey: null }).run()
    game.now += hour
  }
  game.now += 24 * hour
  expect(() => joinAs(game, 'one more')).toThrow(refused('device-join-limit'))
})

it('resumes by recovery code, and locks a device out after ten wrong ones', () => {
  const game = createFixture()
  const { player: kim, recoveryCode } = joinAs(game, 'kim')
  const resume = (code: string, deviceId = 'new phone') => resumePlayer(game.db, code, deviceId, game.now)
  expect(resume(recoveryCode.toLowerCase().replaceAll('-', '')).id).toBe(kim.id)
  for (let i = 0; i < 10; i += 1) {
    expect(() => resume('2222-2222-2222')).toThrow(refused('recovery-code-unknown'))
    game.now += 1_000
  }
  expect(() => resume(recoveryCode)).toThrow(refused('recovery-too-many', { seconds: 3_590 }))
  expect(resume(recoveryCode, 'tablet').id).toBe(kim.id)
  game.now += hour - 10_000
  expect(resume(recoveryCode).id).toBe(kim.id)
})

it('replaces the recovery code', () => {
  const game = createFixture()
  const { player: kim, recoveryCode } = joinAs(game, 'kim')
  const fresh = replaceRecoveryCode(game.db, kim.id)
  expect(() => resumePlayer(game.db, recoveryCode, 'x', start)).toThrow(refused('recovery-code-unknown'))
  expect(resumePlayer(game.db, fresh, 'x', start).id).toBe(kim.id)
})

it('renames to what is free, and writes it down', () => {
  const game = createFixture()
  const [kim] = [joinAs(game, 'kim').player, joinAs(game, 'lee')]
  expect(() => renamePlayer(game.db, kim.id, 'LEE', start)).toThrow(refused('nickname-taken'))
  expect(renamePlayer(game.db, kim.id, 'Kim', start).nickname).toBe('Kim')
  expect(renamePlayer(game.db, kim.id, 'park', start).nickname).toBe('park')
  expect(renamePlayer(game.db, kim.id, 'park', start).nickname).toBe('park')
  expect(game.db.select().from(auditLog).all()).toMatchObject([
    { author: kim.id, action: 'player.rename', subject: kim.id, reason: 'kim → Kim', at: start },
    { reason: 'Kim → park' },
  ])
  expect(joinAs(game, 'KIM').player.nickname).toBe('KIM')
})

it('keeps the language', () => {
  const game = createFixture()
  const { player: kim } = joinAs(game, 'kim')
  setPlayerLanguage(game.db, kim.id, 'ko')
  expect(requirePlayer(game.db, kim.id).language).toBe('ko')
})

it('knows nobody who never joined', () => {
  const { db } = createFixture()
  for (const ask of [
    () => requirePlayer(db, 'nobody'),
    () => renamePlayer(db, 'nobody', 'x', start),
    () => setPlayerLanguage(db, 'nobody', 'en'),
    () => replaceRecoveryCode(db, 'nobody'),
  ]) {
    expect(ask).toThrow(refused('not-joined'))
  }
})

import { nanoid } from 'nanoid'
import { expect, it } from 'vitest'
import { claimAward, handOver } from '../game/staff/claim.ts'
import { drawAward, redrawAward } from '../game/staff/draw.ts'
import { undoAward } from '../game/staff/give.ts'
import { addPrizeCodes } from '../game/staff/prize.ts'
import { finaliseRound, reviseRound } from '../game/staff/rounds/publish.ts'
import { closeRound, freezeRound } from '../game/staff/rounds/steps.ts'
import { sendCode } from '../game/staff/send-code.ts'
import { actorOf } from '../game/testing/crew.ts'
import { createFixture, start } from '../game/testing/fixture.ts'
import { addPrize, claiming, drawing, give, played } from '../game/testing/prizes.ts'
import { crewInvariants } from './crew-invariants.ts'
import { brokenInvariants } from './invariants.ts'

/** A booth at which everything has happened that staff can do to prizes and rounds. */
async function livedIn() {
  const game = createFixture()
  const { db, round } = game
  await actorOf(game, 'owner', 'desk')
  const [kim, lee, park] = [played(game, 'kim'), played(game, 'lee'), played(game, 'park')]
  const [pouch, spot, lot] = [addPrize(game, 'participation', 5), addPrize(game, 'spot', 5), addPrize(game, 'draw', 5)]
  handOver(db, { playerId: kim.id, prizeId: pouch, sharedDevice: false }, claiming(game))
  claimAward(db, give(game, spot, kim.id).claimCode, claiming(game))
  undoAward(db, { id: give(game, spot, lee.id).id, reason: 'wrong person' }, 'staff', start)
  redrawAward(db, drawAward(db, lot, drawing(game)).id, drawing(game))
  addPrizeCodes(db, { prizeId: spot, codes: ['A', 'B'] }, 'owner', start)
  sendCode(db, give(game, spot, park.id).id, claiming(game))
  const deed = { id: round.id, reason: 'x', author: 'owner', now: start }
  freezeRound(db, deed)
  closeRound(db, deed)
  finaliseRound(db, deed)
  db.$client.prepare('update player set disqualified_at = 1 where id = ?').run(kim.id)
  reviseRound(db, deed)
  const ranks = addPrize(game, 'rank', 2, { roundId: round.id, windowId: null, from: 1, to: 1 })
  const winner = JSON.parse(
    db.$client.prepare('select standings from round_result where revision = 2').pluck().get() as string,
  )[0].playerId
  give(game, ranks, winner)
  return game
}

/** How each could come to be broken: by hand, or by an index that somebody forgot. */
const damage: Record<string, string> = {
  'as many of a prize are given as awards of it stand': "update prize set given = given + 1 where kind = 'draw'",
  'no more of a prize are given than there are': 'update prize set stock = 0',
  'an award is of the kind of its prize': "update award set kind = 'spot' where kind = 'draw' and undone_at is null",
  'a player has a prize once':
    'update award set undone_at = null where undone_at is not null; update award set player_id = (select id from player limit 1)',
  'a player has one participation prize': `insert into award select 'x' || id, prize_id, player_id, kind, null, rank, reason,
    null, 'n', 'c', author, at, null, null, null, null, null, null, 0, null from award where kind = 'participation'`,
  'a rank is won once, of those that its prize is for': "update award set rank = 9 where kind = 'rank'",
  'what was handed over is not taken back': 'update award set undone_at = 1 where claimed_at is not null',
  'what was handed over was handed over by somebody, for a nonce': 'update award set claim_nonce = null',
  'an absent winner was drawn, and has nothing': 'update award set undone_at = null where absent',
  'a digital code is of its award’s prize':
    "update prize_code set prize_id = (select id from prize where kind = 'draw')",
  'every award is in the log': "delete from audit_log where action = 'award.draw'",
  'every hand-over is in the log': "delete from audit_log where action = 'award.code'",
  'a contest has one open round': "update round set state = 'open'",
  'a published round has all its revisions, any other has none': 'delete from round_result where revision = 1',
  'a published standing is an entry of its player in its round':
    'update round_result set standings = replace(standings, \'"sequence":1\', \'"sequence":99\')',
  'a frozen round has a watermark, and is not published': 'update round set frozen_at = 1',
  'nobody who was removed has a device unlocked': 'update staff_member set removed_at = 1',
  'a crew has an owner': "update staff_member set role = 'staff'",
}

it('finds nothing wrong at a booth where everything has happened', async () => {
  const { db } = await livedIn()
  expect(brokenInvariants(db)).toEqual([])
})

it('breaks every one of the crew’s', () => {
  expect(Object.keys(damage)).toEqual(Object.keys(crewInvariants))
})

it.each(Object.entries(damage))('finds out where it does not hold that %s', async (name, sql) => {
  const { db } = await livedIn()
  const client = db.$client
  client.pragma('ignore_check_constraints = on')
  client.pragma('foreign_keys = off')
  for (const index of client
    .prepare("select name from sqlite_master where type = 'index' and sql like '%unique%'")
    .pluck()
    .all())
    client.exec(`drop index ${index}`)
  if (name === 'a contest has one open round') {
    client
      .prepare(`insert into round select '${nanoid()}', contest_id, title, 'open', target_hash, target_width,
      target_height, target_embedding, null, 1, bundle_id, calibration, captcha, 0, 1, 1, 0, 1, 1, null, null, 0 from round`)
      .run()
  }
  client.exec(sql)
  expect(brokenInvariants(db).join('\n')).toContain(name)
})

import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { auditLog, award, round } from '../db/schema.ts'
import { ownAwards } from './own-awards.ts'
import { purgeWinners } from './purge.ts'
import { addPrizeCodes } from './staff/prize.ts'
import { sendCode } from './staff/send-code.ts'
import { createFixture } from './testing/fixture.ts'
import { addPrize, claiming, give, played } from './testing/prizes.ts'

it('erases contacts and used codes once no round is open, and leaves the awards', () => {
  const game = createFixture()
  const { db, now } = game
  const prize = addPrize(game, 'spot', 3)
  addPrizeCodes(db, { prizeId: prize, codes: ['ONE', 'TWO'] }, 'owner', now)
  const [kim, lee] = [played(game), played(game)]
  const waiting = give(game, prize, kim.id)
  sendCode(db, give(game, prize, lee.id).id, claiming(game))
  db.update(award).set({ contact: 'kim@example.com' }).where(eq(award.id, waiting.id)).run()
  const left = () => [kim, lee].flatMap(({ id }) => ownAwards(db, id, 'http://booth.test'))

  expect(purgeWinners(db, now)).toBeNull()
  expect(left()).toMatchObject([{ contact: 'kim@example.com' }, { digitalCode: 'ONE' }])

  db.update(round).set({ state: 'closed' }).run()
  expect(purgeWinners(db, now)).toEqual({ contacts: 1, codes: 1, waiting: 1 })
  expect(left()).toMatchObject([{ contact: null }, { digitalCode: null }])
  expect(purgeWinners(db, now)).toEqual({ contacts: 0, codes: 0, waiting: 1 })
  expect(db.select().from(auditLog).where(eq(auditLog.action, 'award.purge')).all()).toHaveLength(1)
})

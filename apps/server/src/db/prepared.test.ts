import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { createFixture } from '../game/testing/fixture.ts'
import { given, prepared } from './prepared.ts'
import { player } from './schema.ts'
import { write } from './write.ts'

const nameOf = prepared(db =>
  db
    .select({ nickname: player.nickname })
    .from(player)
    .where(eq(player.id, given('id')))
    .prepare(),
)

it('is made once for each database, and reads what a transaction has written', () => {
  const [game, other] = [createFixture(), createFixture()]
  const { id } = game.join('Kim')
  expect(nameOf(game.db).get({ id })).toEqual({ nickname: 'Kim' })
  expect(nameOf(other.db).get({ id })).toBeUndefined()
  expect(nameOf(game.db)).toBe(nameOf(game.db))

  const undone = () =>
    write(game.db, tx => {
      tx.update(player).set({ nickname: 'Lee' }).where(eq(player.id, id)).run()
      expect(nameOf(tx)).toBe(nameOf(game.db))
      expect(nameOf(tx).get({ id })).toEqual({ nickname: 'Lee' })
      throw new Error('undone')
    })
  expect(undone).toThrow('undone')
  expect(nameOf(game.db).get({ id })).toEqual({ nickname: 'Kim' })
})

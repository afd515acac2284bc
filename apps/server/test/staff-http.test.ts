import { afterAll, beforeAll, expect, it } from 'vitest'
import { staffOf, startGame, type TestGame } from './harness.ts'

let game: TestGame
beforeAll(async () => {
  game = await startGame()
})
afterAll(() => game[Symbol.asyncDispose]())

it('lets the first in as owner, and others with a role of their own', async () => {
  const owner = await staffOf(game)
  const staff = await staffOf(game, 'staff')
  expect((await owner.client.staff.crew.members.query()).map(({ role }) => role)).toEqual(['owner', 'staff'])
  expect(await staff.client.staff.crew.status.query()).toMatchObject({ member: staff.member, paired: true })
})

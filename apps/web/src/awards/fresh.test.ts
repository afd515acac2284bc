import type { OwnAwardView } from '@dabble/api'
import { expect, test } from 'vitest'
import { freshAward, markSeen, toPickUp } from './fresh.ts'

const award = (id: string, more: Partial<OwnAwardView> = {}) =>
  ({ id, at: 1, claimedAt: null, digitalCode: null, ...more }) as OwnAwardView

test('one after the other, the oldest first, each once', () => {
  const awards = [award('b', { at: 2 }), award('a', { at: 1 })]
  let seen: string[] = []
  const shown: Array<string | undefined> = []
  for (let i = 0; i < 3; i++) {
    const fresh = freshAward(awards, seen)
    shown.push(fresh?.id)
    if (fresh) seen = markSeen(fresh, seen)
  }
  expect(shown).toEqual(['a', 'b', undefined])
})

test('what was put into a hand is no news, a code on the phone is, also after the award was seen', () => {
  expect(freshAward([award('a', { claimedAt: 5 })], [])).toBeNull()
  const withCode = award('a', { claimedAt: 5, digitalCode: 'XYZ' })
  const seen = markSeen(award('a'), [])
  expect(freshAward([withCode], seen)).toBe(withCode)
  expect(freshAward([withCode], markSeen(withCode, seen))).toBeNull()
})

test('the badge counts what waits at the booth', () => {
  expect(toPickUp([award('a'), award('b', { claimedAt: 5 }), award('c')])).toBe(2)
})

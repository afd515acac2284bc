import { expect, test } from 'vitest'
import { canTryAgain, nonceFor } from './use-staff-mutation.ts'

const unanswered = { input: { prizeId: 'plush', reason: 'funny' }, nonce: 'the-nonce-before-00001' }

test('the same again after no answer has the nonce of before: it may have got through', () => {
  expect(nonceFor({ prizeId: 'plush', reason: 'funny' }, unanswered)).toBe(unanswered.nonce)
})

test('another thing, or the same after an answer, has a nonce of its own', () => {
  expect(nonceFor({ prizeId: 'plush', reason: 'bold' }, unanswered)).not.toBe(unanswered.nonce)
  expect(nonceFor(unanswered.input, null)).not.toBe(unanswered.nonce)
  expect(nonceFor(unanswered.input, null)).toMatch(/^[\w-]{21}$/)
})

test('only what may work the next time is offered again', () => {
  expect(canTryAgain(undefined)).toBe(true)
  expect(canTryAgain('internal')).toBe(true)
  expect(canTryAgain('prize-gone')).toBe(false)
})

import { expect, test } from 'vitest'
import { nonceKeeper } from './nonce-keeper.ts'

test('the same thing keeps its nonce, another one has another', () => {
  let n = 0
  const nonceOf = nonceKeeper(() => `nonce ${++n}`)
  expect(nonceOf('cup 1 swan')).toBe('nonce 1')
  expect(nonceOf('cup 2 duck')).toBe('nonce 2')
  expect(nonceOf('cup 1 swan')).toBe('nonce 1')
})

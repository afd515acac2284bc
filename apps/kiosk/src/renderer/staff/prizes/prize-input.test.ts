import { expect, test } from 'vitest'
import { newPrizeOf, type PrizeInput, prizeChangeOf, wrongIn } from './prize-input.ts'

const pouch: PrizeInput = {
  kind: 'participation',
  ko: '파우치',
  en: '',
  stock: '428',
  picture: null,
  roundId: '',
  windowId: '',
  from: '1',
  to: '1',
}

test('one language is enough for a name, none is not', () => {
  expect(wrongIn(null, pouch)).toBeNull()
  expect(wrongIn(null, { ...pouch, ko: ' ' })).toEqual({ field: 'name', key: 'name-shape' })
  expect(wrongIn('p1', { ...pouch, ko: '' })).toEqual({ field: 'name', key: 'name-shape' })
})

test.each(['', 'many', '-1', '1.5', '1e3'])('a stock of "%s" is no number', stock => {
  expect(wrongIn(null, { ...pouch, stock })?.field).toBe('stock')
})

test('rank prizes need a round and ranks in order; others carry none', () => {
  const cup: PrizeInput = { ...pouch, kind: 'rank', roundId: 'r1', from: '1', to: '3' }
  expect(wrongIn(null, cup)).toBeNull()
  expect(newPrizeOf(cup).ranks).toEqual({ roundId: 'r1', windowId: null, from: 1, to: 3 })
  expect(wrongIn(null, { ...cup, roundId: '' })?.field).toBe('ranks')
  expect(wrongIn(null, { ...cup, from: '3', to: '1' })?.field).toBe('ranks')
  expect(newPrizeOf({ ...cup, kind: 'spot' }).ranks).toBeNull()
})

test('a picture is left alone, taken away or replaced', () => {
  expect(prizeChangeOf('p1', { ...pouch, picture: undefined }).picture).toBeUndefined()
  expect(prizeChangeOf('p1', pouch).picture).toBeNull()
  expect(wrongIn('p1', { ...pouch, picture: 'data:image/svg+xml;base64,AAAA' })).toEqual({
    field: 'picture',
    key: 'upload-unreadable',
  })
})

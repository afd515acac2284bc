import { afterEach, expect, test } from 'vitest'
import { dismiss, toast, toasts } from './toasts.ts'

const texts = () => toasts.get().map(({ text }) => text)
const undo = { label: 'Undo', run: () => {} }
afterEach(() => toasts.set([]))

test('what can be undone stays ten seconds, plain news half of that, an error until somebody closes it', () => {
  toast({ kind: 'good', text: 'handed over', action: undo })
  toast({ kind: 'note', text: 'saved' })
  toast({ kind: 'error', text: 'no answer' })
  expect(toasts.get().map(({ stayMs }) => stayMs)).toEqual([10_000, 5_000, null])
})

test('the same words twice are said once, and last', () => {
  toast({ kind: 'error', text: 'no answer' })
  toast({ kind: 'good', text: 'handed over', action: undo })
  toast({ kind: 'error', text: 'no answer' })
  expect(texts()).toEqual(['handed over', 'no answer'])
})

test('three at most: the oldest goes', () => {
  for (const text of ['a', 'b', 'c', 'd']) toast({ kind: 'note', text })
  expect(texts()).toEqual(['b', 'c', 'd'])
})

test('closing one leaves the others', () => {
  toast({ kind: 'note', text: 'a' })
  toast({ kind: 'note', text: 'b' })
  dismiss(toasts.get()[0]?.id ?? 0)
  expect(texts()).toEqual(['b'])
})

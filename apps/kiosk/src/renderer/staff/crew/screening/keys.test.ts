import { expect, test } from 'vitest'
import { type KeyPress, meaningOf } from './keys.ts'

const press = (key: string, code = '', more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  repeat: false,
  ...more,
})

test.each([
  [press(' ', 'Space'), 'show'],
  [press('Enter', 'Enter'), 'show'],
  [press('ArrowRight', 'ArrowRight'), 'show'],
  [press('ArrowLeft', 'ArrowLeft'), 'hide'],
  [press('Delete', 'Delete'), 'hide'],
  [press('x', 'KeyX'), 'hide'],
  [press('u', 'KeyU'), 'undo'],
  [press('B', 'KeyB'), 'blank'],
  [press('a', 'KeyA'), null],
  [press('Tab', 'Tab'), null],
])('%j is %s', (key, meaning) => {
  expect(meaningOf(key, 'page')).toBe(meaning)
})

test('letters work while the keyboard is switched to Korean', () => {
  expect(meaningOf(press('ㅌ', 'KeyX'), 'page')).toBe('hide')
  expect(meaningOf(press('ㅠ', 'KeyB'), 'page')).toBe('blank')
})

test('whoever types is not screening; a button keeps its own Space and Enter, and nothing else', () => {
  expect(meaningOf(press('x', 'KeyX'), 'field')).toBeNull()
  expect(meaningOf(press(' ', 'Space'), 'button')).toBeNull()
  expect(meaningOf(press('Enter', 'Enter'), 'button')).toBeNull()
  expect(meaningOf(press('x', 'KeyX'), 'button')).toBe('hide')
})

test('a choice keeps the keys that change it', () => {
  expect(meaningOf(press('ArrowRight', 'ArrowRight'), 'choice')).toBeNull()
  expect(meaningOf(press(' ', 'Space'), 'choice')).toBeNull()
  expect(meaningOf(press('u', 'KeyU'), 'choice')).toBe('undo')
})

test('the browser keeps its own shortcuts, and a key that is held down shows one picture', () => {
  expect(meaningOf(press('x', 'KeyX', { ctrlKey: true }), 'page')).toBeNull()
  expect(meaningOf(press('u', 'KeyU', { metaKey: true }), 'page')).toBeNull()
  expect(meaningOf(press('ArrowLeft', 'ArrowLeft', { altKey: true }), 'page')).toBeNull()
  expect(meaningOf(press(' ', 'Space', { repeat: true }), 'page')).toBeNull()
})

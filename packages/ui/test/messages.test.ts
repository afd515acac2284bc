import { readFileSync } from 'node:fs'
import { gameErrors } from '@dabble/api'
import { expect, test } from 'vitest'
import { messages } from '../src/messages/index.ts'

function leaves(node: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...leaves(value, `${path}${key}.`)],
    ),
  )
}
const [en, ko] = [leaves(messages.en), leaves(messages.ko)]
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

test('both languages have the same keys and the same placeholders', () => {
  expect([...ko.keys()].sort()).toEqual([...en.keys()].sort())
  for (const [key, text] of en) expect(placeholders(ko.get(key) as string), key).toEqual(placeholders(text))
})

test.each(['en', 'ko'] as const)('every error of the game has a text, and no other: %s', language => {
  expect(Object.keys(messages[language].error).sort()).toEqual(Object.keys(gameErrors).sort())
})

test('every text says something, in its own script', () => {
  for (const [key, text] of en) expect(text.trim(), key).toMatch(/[A-Za-z{]/)
  for (const [key, text] of ko) expect(text, key).toMatch(/[가-힣{]/)
  for (const [key, text] of en) expect(text, key).not.toMatch(/[가-힣]/)
})

test('the display font has every letter of every text but the errors, the crew’s screens and the kiosk program’s own page', () => {
  const has = new Set(readFileSync(new URL('../src/fonts/characters.txt', import.meta.url), 'utf8'))
  const used = [...en, ...ko].flatMap(([key, text]) =>
    /^(error|connect|staff|prizes|crew)\./.test(key) ? [] : [...text],
  )
  expect([...new Set(used)].filter(letter => !has.has(letter))).toEqual([])
})

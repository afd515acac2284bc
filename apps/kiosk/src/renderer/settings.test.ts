import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test('one language or the other', () => {
  expect(readSettings('?lang=ko&theme=light')).toEqual({ languages: ['ko'], theme: 'light' })
  expect(readSettings('?lang=en').languages).toEqual(['en'])
})

test('anything else is the contest’s languages on a dark stage', () => {
  for (const search of ['', '?lang=both', '?lang=fr&theme=pink']) {
    expect(readSettings(search)).toEqual({ languages: null, theme: 'dark' })
  }
})

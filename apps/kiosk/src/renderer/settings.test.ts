import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test('one language or the other, or both', () => {
  expect(readSettings('?lang=ko&theme=light')).toMatchObject({ languages: ['ko'], theme: 'light' })
  expect(readSettings('?lang=en').languages).toEqual(['en'])
  expect(readSettings('?lang=both').languages).toEqual(['ko', 'en'])
})

test('anything else is what the crew has chosen, on a dark stage', () => {
  for (const search of ['', '?lang=fr&theme=pink']) {
    expect(readSettings(search)).toMatchObject({ languages: null, theme: 'dark' })
  }
})

test('the room: metres and inches, or a usual one where they make no sense', () => {
  expect(readSettings('?distance=3.5&inches=75').room).toEqual({ distanceM: 3.5, diagonalInches: 75 })
  for (const search of ['', '?distance=&inches=', '?distance=far&inches=-1', '?distance=1e9&inches=0']) {
    expect(readSettings(search).room).toEqual({ distanceM: 2, diagonalInches: 55 })
  }
})

import { expect, it } from 'vitest'
import { keyAction } from './keys.ts'

const plain = { type: 'keyDown', code: 'KeyS', control: false, alt: false, shift: false, meta: false }
const chord = { ...plain, control: true, alt: true, shift: true }
const board = 'http://192.168.0.7:3000/kiosk/'

it('the chord switches windows, once a press, from both of them and from every page', () => {
  for (const role of ['kiosk', 'staff'] as const) {
    for (const url of [board, 'dabble://connect/']) {
      expect(keyAction(chord, role, url)).toBe('switch')
      expect(keyAction({ ...chord, type: 'keyUp' }, role, url)).toBe('swallow')
    }
  }
})

it('nothing else reaches the big screen', () => {
  for (const code of ['F5', 'F11', 'F12', 'KeyR', 'KeyW', 'KeyQ', 'KeyI', 'Escape', 'BrowserBack', 'Tab']) {
    expect(keyAction({ ...plain, code }, 'kiosk', board), code).toBe('swallow')
    expect(keyAction({ ...chord, code }, 'kiosk', board), code).toBe('swallow')
  }
  expect(keyAction({ ...chord, shift: false }, 'kiosk', board)).toBe('swallow')
})

it('the connect page and the staff window are typed into', () => {
  expect(keyAction(plain, 'kiosk', 'dabble://connect/')).toBe('pass')
  expect(keyAction(plain, 'staff', 'http://192.168.0.7:3000/staff/')).toBe('pass')
})

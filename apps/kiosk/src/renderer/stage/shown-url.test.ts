import { expect, test } from 'vitest'
import { shownUrl } from './shown-url.ts'

test('what has to be typed and nothing else', () => {
  expect(shownUrl('https://duck.example/')).toBe('duck.example')
  expect(shownUrl('http://192.168.0.12:3000/')).toBe('192.168.0.12:3000')
  expect(shownUrl('https://duck.example/play')).toBe('duck.example/play')
})

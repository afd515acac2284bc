import { expect, test } from 'vitest'
import { linesOf, shownUrl } from './shown-url.ts'

test('what has to be typed and nothing else', () => {
  expect(shownUrl('https://duck.example/')).toBe('duck.example')
  expect(shownUrl('http://192.168.0.12:3000/')).toBe('192.168.0.12:3000')
  expect(shownUrl('https://duck.example/play')).toBe('duck.example/play')
})

test('long addresses are spread over several lines instead of becoming unreadable', () => {
  expect(linesOf('duck.example')).toEqual({ lines: 1, length: 14 })
  expect(linesOf('192.168.0.12:3000')).toEqual({ lines: 1, length: 17 })
  expect(linesOf('a'.repeat(50))).toEqual({ lines: 3, length: 17 })
})

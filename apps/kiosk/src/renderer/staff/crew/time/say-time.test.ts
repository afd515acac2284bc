import { expect, test } from 'vitest'
import { sayTime } from './say-time.ts'

const now = Date.parse('2026-11-24T14:00:00Z')
const at = (iso: string) => Date.parse(iso)

test('today is the contest’s today, not this device’s', () => {
  expect(sayTime(at('2026-11-24T05:03:00Z'), now, 'Asia/Seoul', 'en')).toBe('14:03')
  // 23:30 in Seoul; half an hour later it is tomorrow there, and still today in UTC.
  expect(sayTime(at('2026-11-24T15:30:00Z'), now, 'Asia/Seoul', 'en')).toBe('25 Nov, 00:30')
  expect(sayTime(at('2026-11-24T15:30:00Z'), now, 'UTC', 'en')).toBe('15:30')
})

test('in Korean', () => {
  expect(sayTime(at('2026-11-23T05:03:00Z'), now, 'Asia/Seoul', 'ko')).toBe('11월 23일 14:03')
})

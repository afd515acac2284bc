import { expect, test } from 'vitest'
import { nextRow, readRows, rowsOf } from './window-rows.ts'

const zone = 'Asia/Seoul'
const day1 = { name: 'Day 1', from: '2026-11-24T10:00', to: '2026-11-24T18:00' }
const day2 = { name: 'Day 2', from: '2026-11-25T10:00', to: '2026-11-25T18:00' }
const stored = (name: string, opens: string, closes: string) => ({
  id: name,
  name,
  opensAt: Date.parse(opens),
  closesAt: Date.parse(closes),
})

test('two days at the booth, there and back', () => {
  const windows = [
    stored('Day 1', '2026-11-24T01:00Z', '2026-11-24T09:00Z'),
    stored('Day 2', '2026-11-25T01:00Z', '2026-11-25T09:00Z'),
  ]
  const rows = rowsOf(windows, zone)
  expect(rows).toMatchObject([day1, day2])
  expect(readRows(rows, zone)).toEqual({ windows, problems: [null, null] })
})

test('they come out in the order of time, however they were typed', () => {
  expect(readRows([day2, day1], zone).windows.map(({ name }) => name)).toEqual(['Day 1', 'Day 2'])
})

test('each row says what is wrong with it', () => {
  const backwards = { ...day2, from: day2.to, to: day2.from }
  const inside = { name: 'Lunch', from: '2026-11-24T12:00', to: '2026-11-24T13:00' }
  const empty = { name: '', from: '', to: '2026-11-24T13:00' }
  expect(readRows([day1, backwards, inside, empty], zone).problems).toEqual([
    null,
    'window-order',
    'window-overlap',
    'missing',
  ])
})

test('one may begin in the minute in which the other ends', () => {
  expect(readRows([day1, { ...day2, from: day1.to }], zone).problems).toEqual([null, null])
})

test('the next row is the same hours a calendar day later, also when clocks change that night', () => {
  const saturday = { name: 'a', from: '2026-10-24T10:00', to: '2026-10-24T18:00' }
  expect(nextRow([saturday], 'Europe/Berlin', 'b', 0)).toEqual({
    name: 'b',
    from: '2026-10-25T10:00',
    to: '2026-10-25T18:00',
  })
})

test('the first row starts with the next full hour on the contest’s clock', () => {
  expect(nextRow([], zone, 'Day 1', Date.parse('2026-11-24T00:20Z'))).toEqual(day1)
})

import { entryIdSchema } from '@dabble/api'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

/** As much of a browser as storage needs; a second tab is a second copy of the module on the same storage. */
const kept = new Map<string, string>()
let full = false
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem(key: string, value: string) {
    if (full) throw new DOMException('full', 'QuotaExceededError')
    kept.set(key, value)
  },
  removeItem: (key: string) => void kept.delete(key),
})
vi.stubGlobal('addEventListener', () => {})
vi.stubGlobal('removeEventListener', () => {})
afterAll(() => void vi.unstubAllGlobals())

async function tab() {
  vi.resetModules()
  return import('./record.ts')
}

beforeEach(() => {
  kept.clear()
  full = false
})

test('an entry is the same after a reload: same id, same words, not yet answered', async () => {
  const { entryRecord, newRecord } = await tab()
  const record = newRecord('round', 'player', '오리', null)
  expect(entryIdSchema.safeParse(record.id).success).toBe(true)
  entryRecord.set(record)
  expect((await tab()).entryRecord.get()).toEqual(record)
})

test('waiting for a CAPTCHA solution survives, and is not the same as needing none', async () => {
  const { entryRecord, newRecord } = await tab()
  entryRecord.set(newRecord('round', 'player', '오리', undefined))
  expect((await tab()).entryRecord.get()?.captcha).toBeUndefined()
})

test('one tab changes only the entry it speaks of', async () => {
  const { entryRecord, newRecord } = await tab()
  const [mine, other] = [newRecord('round', 'player', '오리', null), newRecord('round', 'player', '백조', null)]
  entryRecord.set(mine)
  const second = await tab()
  second.entryRecord.set(other)
  second.changeRecord(mine.id, { answered: true })
  expect(entryRecord.get()).toEqual(other)
  second.changeRecord(other.id, { answered: true })
  expect(entryRecord.get()).toEqual({ ...other, answered: true })
  second.changeRecord(other.id, null)
  expect(entryRecord.get()).toBeNull()
})

test('an unfinished entry of the server is taken up, but never in place of one still being sent', async () => {
  const { adopt, entryRecord, newRecord } = await tab()
  const known = { id: 'a'.repeat(21), roundId: 'round', prompt: '백조' } as Parameters<typeof adopt>[0]
  adopt(known, 'player')
  expect(entryRecord.get()).toMatchObject({ id: known.id, answered: true })
  const sending = newRecord('round', 'player', '오리', null)
  entryRecord.set(sending)
  adopt(known, 'player')
  expect(entryRecord.get()).toEqual(sending)
  adopt(known, 'somebody else')
  expect(entryRecord.get()).toMatchObject({ id: known.id, playerId: 'somebody else' })
})

test('storage that is full or was tampered with stops nobody', async () => {
  const { entryRecord, newRecord } = await tab()
  for (const junk of ['{', 'null', '"x"', '{"id":1}', '[]']) {
    kept.set('dabble.entry', junk)
    expect(entryRecord.get()).toBeNull()
  }
  full = true
  const record = newRecord('round', 'player', '오리', null)
  entryRecord.set(record)
  expect(entryRecord.get()).toEqual(record)
})

import { expect, it } from 'vitest'
import { auditLog, pairingCode } from '../../db/schema.ts'
import { createFixture, start } from '../testing/fixture.ts'
import { isPaired, issuePairingCode, pairDevice, pairingValidMs } from './pairing.ts'

const day = pairingValidMs.first
const issue = (db: Parameters<typeof issuePairingCode>[0], now: number) => issuePairingCode(db, now, day).code

it('pairs one device with a code, once', () => {
  const { db } = createFixture()
  const code = issue(db, start)
  expect(isPaired(db, 'laptop')).toBe(false)
  pairDevice(db, code.toLowerCase(), 'laptop', start)
  expect(isPaired(db, 'laptop')).toBe(true)
  expect(() => pairDevice(db, code, 'intruder', start)).toThrow('pairing-code-unknown')
  expect(isPaired(db, 'intruder')).toBe(false)
  expect(db.select().from(auditLog).all()).toMatchObject([{ author: 'laptop', action: 'device.pair', at: start }])
})

it('keeps the code for another device where one is paired already: the answer was lost, or it was the wrong one', () => {
  const { db } = createFixture()
  const code = issue(db, start)
  pairDevice(db, issue(db, start), 'laptop', start)
  pairDevice(db, code, 'laptop', start)
  pairDevice(db, code, 'tablet', start)
  expect(isPaired(db, 'tablet')).toBe(true)
  expect(() => pairDevice(db, code, 'phone', start)).toThrow('pairing-code-unknown')
})

it('forgets a code after a day', () => {
  const { db } = createFixture()
  const code = issue(db, start)
  expect(() => pairDevice(db, code, 'laptop', start + day)).toThrow('pairing-code-unknown')
  issue(db, start + day + 1)
  expect(db.select().from(pairingCode).all()).toHaveLength(1)
})

it('locks a device out after ten wrong codes within an hour', () => {
  const { db } = createFixture()
  const code = issue(db, start)
  for (let i = 0; i < 10; i += 1)
    expect(() => pairDevice(db, `WRONG-${i}`, 'laptop', start)).toThrow('pairing-code-unknown')
  expect(() => pairDevice(db, code, 'laptop', start)).toThrow(
    expect.objectContaining({ key: 'too-many-requests', values: { seconds: 3_600 } }),
  )
  pairDevice(db, code, 'tablet', start)
  pairDevice(db, issue(db, start), 'laptop', start + 3_600_000)
  expect(['tablet', 'laptop'].map(id => isPaired(db, id))).toEqual([true, true])
})

import { expect, it } from 'vitest'
import { residentBytes } from './resident-bytes.ts'

const linux = process.platform === 'linux'

it.runIf(linux)('tells how much memory a process holds, and sees it grow', async () => {
  const before = (await residentBytes(process.pid)) as number
  const held = Buffer.alloc(128 * 2 ** 20, 1)
  const grown = ((await residentBytes(process.pid)) as number) - before
  expect(grown).toBeGreaterThan(held.length / 2)
  expect(grown).toBeLessThan(held.length * 2)
})

it('is null for a process that is not there', async () => {
  expect(await residentBytes(undefined)).toBeNull()
  // Larger than any system's limit.
  expect(await residentBytes(2 ** 30)).toBeNull()
})

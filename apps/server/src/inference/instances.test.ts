import { expect, it } from 'vitest'
import { createInstances } from './instances.ts'

it('counts the processes behind one address, and forgets who is not met any more', () => {
  let time = 0
  const instances = createInstances(() => time)
  expect([instances.meet('a', 'pocket@1'), instances.meet('b', 'pocket@1'), instances.meet('a', 'pocket@1')]).toEqual([
    true,
    true,
    false,
  ])
  expect(instances.count()).toBe(2)
  time += 40_000
  instances.meet('a', 'pocket@1')
  time += 40_000
  expect([instances.count(), instances.has('b')]).toEqual([1, false])
})

it('knows when one of them has another bundle', () => {
  const instances = createInstances()
  instances.meet('a', 'pocket@1')
  expect(instances.other('pocket@1')).toBeNull()
  instances.meet('b', 'pocket@2')
  expect(instances.other('pocket@1')).toBe('pocket@2')
  instances.clear()
  expect(instances.other('pocket@1')).toBeNull()
})

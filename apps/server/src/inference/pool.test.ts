import { expect, it } from 'vitest'
import { createPool, type Place } from './pool.ts'
import { fakeEndpoint } from './testing/fake-endpoint.ts'

const poolOf = (...endpoints: ReturnType<typeof fakeEndpoint>[]) => createPool(endpoints, () => {})
const names = (places: (Place | null)[]) => places.map(place => place?.endpoint.name ?? null)

it('gives work to the least loaded, by its places', () => {
  const pool = poolOf(fakeEndpoint(1, 'small'), fakeEndpoint(3, 'big'))
  expect([pool.places(), pool.free()]).toEqual([4, 4])
  const taken = [1, 2, 3, 4].map(picture => pool.take(picture, false))
  expect(names(taken).toSorted()).toEqual(['big', 'big', 'big', 'small'])
  expect([pool.free(), pool.take(5, false)]).toEqual([0, null])
  taken[0]?.giveBack()
  expect(pool.take(5, false)?.endpoint.name).toBe(taken[0]?.endpoint.name)
})

it('gives nothing to who is away, and everything to the others', () => {
  const [a, b] = [fakeEndpoint(1, 'a'), fakeEndpoint(1, 'b')]
  const pool = poolOf(a, b)
  a.away = true
  expect(names([pool.take(1, false), pool.take(2, false)])).toEqual(['b', null])
  a.away = false
  expect(pool.take(2, false)?.endpoint.name).toBe('a')
})

it('sets aside who failed; the picture goes elsewhere at once', () => {
  const pool = poolOf(fakeEndpoint(1, 'a'), fakeEndpoint(1, 'b'))
  const first = pool.take(1, false)
  expect(first?.failed('endpoint')).toBe('free')
  first?.giveBack()
  expect(pool.take(1, false)?.endpoint.name).not.toBe(first?.endpoint.name)
  expect(pool.free()).toBe(0)
  expect(pool.loads().filter(({ setAside }) => setAside)).toHaveLength(1)
})

it('keeps an endpoint free for a picture that must be alone, and gives the others their places back', () => {
  const pool = poolOf(fakeEndpoint(2, 'a'))
  const company = pool.take(1, false)
  expect(pool.take(2, true)).toBeNull()
  // Nobody new joins while it waits.
  expect([pool.free(), pool.take(3, false)]).toEqual([0, null])
  company?.giveBack()
  const alone = pool.take(2, true)
  expect(alone?.endpoint.name).toBe('a')
  expect([pool.free(), pool.take(3, false), pool.take(4, true)]).toEqual([0, null, null])
  alone?.giveBack()
  expect(pool.free()).toBe(2)
})

it('whoever waits to be alone takes the first endpoint that is empty, and the kept one draws on', () => {
  const [a, b] = [fakeEndpoint(2, 'a'), fakeEndpoint(2, 'b')]
  const pool = poolOf(a, b)
  const taken = [1, 2].map(picture => pool.take(picture, false))
  expect(pool.take(9, true)).toBeNull()
  expect(pool.free()).toBe(1)
  for (const place of taken) place?.giveBack()
  const alone = pool.take(9, true)
  expect(alone).not.toBeNull()
  expect(pool.free()).toBe(2)
})

it('begins the next picture while the last is stored and compared, and not more than that', () => {
  const pool = poolOf(fakeEndpoint(1, 'a'))
  const [first, second] = [pool.take(1, false), pool.take(2, false)]
  expect(second).toBeNull()
  first?.drawn()
  const next = pool.take(2, false)
  next?.drawn()
  expect([next?.endpoint.name, pool.free()]).toEqual(['a', 0])
  first?.giveBack()
  expect(pool.free()).toBe(1)
})

it('lets a tired endpoint finish what it has begun, then begins nothing until it has been started afresh', async () => {
  const endpoint = fakeEndpoint(2, 'a')
  const { promise: rested, resolve } = Promise.withResolvers<void>()
  let resting = false
  endpoint.isTired = async () => true
  endpoint.rest = () => {
    resting = true
    return rested
  }
  const { promise: free, resolve: onFree } = Promise.withResolvers<void>()
  const pool = createPool([endpoint], () => resting && onFree())
  const places = [pool.take(1, false), pool.take(2, false)]
  await places[0]?.finished()
  places[0]?.giveBack()
  expect([pool.free(), resting]).toEqual([0, false])
  places[1]?.giveBack()
  expect([pool.free(), resting]).toEqual([0, true])
  resolve()
  await free
  expect(pool.free()).toBe(2)
})

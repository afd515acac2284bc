import { expect, test } from 'vitest'
import { ApiError } from './api-error.ts'
import { createBatcher } from './batcher.ts'

const never = new AbortController().signal

/** A batcher whose batches end when told to; `batches` are those begun. */
function batcherOf(options: { limit?: number; most?: 1 | 2 | 4 | 8; waitMs?: number }) {
  const batches: { items: number[]; free(): void; end(): void; fail(error: Error): void }[] = []
  const batcher = createBatcher<number, string>({
    limit: 100,
    most: 4,
    waitMs: 0,
    ...options,
    run(items, free) {
      const { promise, resolve, reject } = Promise.withResolvers<PromiseSettledResult<string>[]>()
      const end = () => resolve(items.map(item => ({ status: 'fulfilled', value: `picture ${item}` })))
      batches.push({ items, free, end, fail: reject })
      return promise
    },
  })
  return { batches, join: (item: number, signal = never) => batcher.join(item, signal), depth: batcher.depth }
}

test('what came meanwhile is drawn together, in order; each gets its own picture', async () => {
  const { batches, join } = batcherOf({ most: 4 })
  const pictures = [1, 2, 3, 4, 5, 6, 7, 8].map(item => join(item))
  for (const expected of [[1], [2, 3, 4, 5], [6, 7], [8]]) {
    expect(batches.at(-1)?.items).toEqual(expected)
    batches.at(-1)?.end()
    await pictures[(expected.at(-1) as number) - 1]
  }
  expect(await Promise.all(pictures)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map(item => `picture ${item}`))
})

test('the next batch starts while the last one is being encoded', async () => {
  const { batches, join, depth } = batcherOf({ most: 1 })
  const pictures = [join(1), join(2)]
  batches[0]?.free()
  expect(batches.map(({ items }) => items)).toEqual([[1], [2]])
  expect(depth()).toBe(2)
  batches[1]?.end()
  batches[0]?.end()
  expect(await Promise.all(pictures)).toEqual(['picture 1', 'picture 2'])
})

test('the first in line waits for company, and not much longer', async () => {
  const { batches, join } = batcherOf({ most: 2, waitMs: 30 })
  const [first, second, third] = [join(1), join(2), join(3)]
  expect(batches.map(({ items }) => items)).toEqual([[1, 2]])
  batches[0]?.end()
  await Promise.all([first, second])
  expect(batches).toHaveLength(1)
  await expect.poll(() => batches[1]?.items).toEqual([3])
  batches[1]?.end()
  expect(await third).toBe('picture 3')
})

test('who leaves in line frees the place; who leaves a batch is answered at once, and the others get theirs', async () => {
  const { batches, join } = batcherOf({ most: 2, limit: 2, waitMs: 1000 })
  const [drawn, waiting] = [new AbortController(), new AbortController()]
  const pictures = [join(1, drawn.signal), join(2), join(3, waiting.signal), join(4)]
  const [first, second, third, fourth] = pictures.map(picture => picture.catch(reason => reason))
  expect(() => join(5)).toThrow(ApiError)
  drawn.abort('gone while drawn')
  waiting.abort('gone while waiting')
  expect(await first).toBe('gone while drawn')
  expect(await third).toBe('gone while waiting')
  const fifth = join(5)
  batches[0]?.end()
  expect(await second).toBe('picture 2')
  expect(batches[1]?.items).toEqual([4, 5])
  batches[1]?.end()
  expect(await Promise.all([fourth, fifth])).toEqual(['picture 4', 'picture 5'])
})

test('a batch that breaks fails its own, and the next one runs', async () => {
  const { batches, join, depth } = batcherOf({ most: 1 })
  const [first, second] = [join(1), join(2)]
  batches[0]?.fail(new Error('out of memory'))
  await expect(first).rejects.toThrow('out of memory')
  batches[1]?.end()
  expect(await second).toBe('picture 2')
  await expect.poll(depth).toBe(0)
})

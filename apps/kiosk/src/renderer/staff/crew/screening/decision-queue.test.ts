import { describe, expect, test } from 'vitest'
import { createDecisionQueue, type Decision, opposite } from './decision-queue.ts'

const show = (hash: string): Decision => ({ hash, what: 'show' })

/** A server that answers when it is told to. */
function slowServer() {
  const calls: { what: string; answer: (error?: Error) => void }[] = []
  const failed: string[] = []
  const call = (what: string) =>
    new Promise<void>((resolve, reject) => {
      calls.push({ what, answer: error => (error ? reject(error) : resolve()) })
    })
  const queue = createDecisionQueue({
    send: ({ hash, what }) => call(`${what} ${hash}`),
    refresh: () => call('refresh'),
    onFailed: (_, { hash }) => failed.push(hash),
  })
  return {
    queue,
    failed,
    said: () => calls.map(({ what }) => what),
    async answer(error?: Error) {
      calls.at(-1)?.answer(error)
      await new Promise(resolve => setImmediate(resolve))
    },
  }
}

describe('decisions are made faster than the server answers', () => {
  test('none is lost, and they arrive in their order', async () => {
    const { queue, said, answer } = slowServer()
    queue.decide(show('a'))
    queue.decide({ hash: 'b', what: 'hide' })
    queue.decide(show('c'))
    expect(said()).toEqual(['show a'])
    expect([...queue.decided.get()]).toEqual(['a', 'b', 'c'])
    for (let i = 0; i < 4; i++) await answer()
    expect(said()).toEqual(['show a', 'hide b', 'show c', 'refresh'])
    expect([...queue.decided.get()]).toEqual([])
  })

  test('taking back follows what it takes back', async () => {
    const { queue, said, answer } = slowServer()
    queue.decide(show('a'))
    queue.decide(opposite(queue.last.get() as Decision))
    await answer()
    await answer()
    expect(said()).toEqual(['show a', 'hide a', 'refresh'])
  })

  test('what did not go through is said, cannot be taken back, and is back once the list is fresh', async () => {
    const { queue, failed, answer } = slowServer()
    queue.decide(show('a'))
    await answer(new Error('away'))
    expect(failed).toEqual(['a'])
    expect(queue.last.get()).toBeNull()
    expect([...queue.decided.get()]).toEqual(['a'])
    await answer()
    expect([...queue.decided.get()]).toEqual([])
  })

  test('a decision made while the list is being asked for stays decided until the next list', async () => {
    const { queue, said, answer } = slowServer()
    queue.decide(show('a'))
    await answer()
    queue.decide(show('b'))
    await answer()
    expect(said()).toEqual(['show a', 'refresh', 'show b'])
    expect(queue.decided.get().has('b')).toBe(true)
    await answer()
    await answer()
    expect(said().at(-1)).toBe('refresh')
    expect(queue.decided.get().size).toBe(0)
  })
})

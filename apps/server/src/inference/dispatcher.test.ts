import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Dispatcher } from './dispatcher.ts'
import { type DrawingEndpoint, drawingEndpoint } from './testing/drawing-endpoint.ts'
import { dispatch, memoryQueue } from './testing/memory-queue.ts'

const running: Dispatcher[] = []
afterEach(() => Promise.all(running.splice(0).map(dispatcher => dispatcher.close())))

/** Draws all prompts at these endpoints, to the end. */
async function drawAll(prompts: string[], ...endpoints: DrawingEndpoint[]) {
  const queue = memoryQueue(prompts)
  running.push(dispatch(queue, endpoints))
  await queue.ended
  return queue.pictures
}

const end = (prompt: string, state: 'done' | 'failed', failures = 0) => ({ prompt, state, failures })
const breaks = (prompt: string) => prompt.startsWith('crash')

describe('a prompt that ends the process', () => {
  it('is given up alone: whoever was drawn beside it is drawn again, uncharged', async () => {
    const prompts = ['a duck', 'crash', 'a swan', 'a frog', 'a cat', 'a house']
    const pictures = await drawAll(prompts, drawingEndpoint(4, { breaks }))
    expect(pictures).toMatchObject(
      prompts.map(prompt => (breaks(prompt) ? end(prompt, 'failed', 3) : end(prompt, 'done'))),
    )
  })

  it('is given up also when there are two of them, and when there is nobody else', async () => {
    const both = await drawAll(['crash one', 'a duck', 'crash two'], drawingEndpoint(3, { breaks }))
    expect(both.map(({ state }) => state)).toEqual(['failed', 'done', 'failed'])
    expect(await drawAll(['crash'], drawingEndpoint(1, { breaks }))).toMatchObject([end('crash', 'failed', 3)])
  })

  it('is told from an endpoint that is ill: the prompts of the hour are not given up one after the other', async () => {
    let healthy = false
    const endpoint = drawingEndpoint(1, { breaks: () => !healthy })
    const prompts = Array.from({ length: 12 }, (_, i) => `a duck and ${i} swans`)
    const drawn = drawAll(prompts, endpoint)
    while (endpoint.attempts() < 6) await delay(5)
    healthy = true
    const pictures = await drawn
    expect(pictures.every(({ state }) => state === 'done')).toBe(true)
    // Only the one that failed first may have been charged.
    expect(pictures.filter(({ failures }) => failures > 0).length).toBeLessThanOrEqual(1)
  })
})

it('goes on elsewhere when one endpoint fails whatever it is given, and charges nobody twice', async () => {
  const ill = drawingEndpoint(2, { breaks: () => true })
  const prompts = Array.from({ length: 20 }, (_, i) => `picture ${i}`)
  const pictures = await drawAll(prompts, ill, drawingEndpoint(2, {}))
  expect(pictures.every(({ state, failures }) => state === 'done' && failures <= 1)).toBe(true)
  // Set aside for longer each time, it has not seen them all.
  expect(ill.attempts()).toBeLessThan(prompts.length)
})

it('lets a prompt that is refused fail by itself, without a pause for the others', async () => {
  const refuses = drawingEndpoint(1, { refuses: prompt => prompt === 'a bad word' })
  const pictures = await drawAll(['a bad word', 'a duck', 'a swan'], refuses)
  expect(pictures).toMatchObject([end('a bad word', 'failed', 3), end('a duck', 'done'), end('a swan', 'done')])
})

it('never draws one picture twice at the same time, and none twice to the end, whatever breaks', async () => {
  let seed = 7
  // Park and Miller's generator: every run breaks at the same moments.
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const flaky = { breaks: () => random() < 0.08 }
  const endpoints = [drawingEndpoint(3, flaky), drawingEndpoint(1, flaky), drawingEndpoint(2, {})]
  const prompts = Array.from({ length: 60 }, (_, i) => `picture ${i}`)
  const pictures = await drawAll(prompts, ...endpoints)
  expect(pictures.filter(({ state }) => state !== 'done')).toEqual([])
  expect(pictures.map(({ finished }) => finished)).toEqual(prompts.map(() => 1))
  expect(pictures.filter(({ overlapped }) => overlapped)).toEqual([])
})

it('begins nothing once it is closed, whatever was asked for in the moment before', async () => {
  const queue = memoryQueue(['a duck'])
  const endpoint = drawingEndpoint(1, {})
  await dispatch(queue, [endpoint]).close()
  await nextTurn()
  expect([queue.pictures[0]?.state, endpoint.attempts()]).toEqual(['queued', 0])
})

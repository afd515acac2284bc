import { createHash } from 'node:crypto'
import { silentLog } from '../../log.ts'
import type { PictureStore } from '../../pictures/store.ts'
import { createDispatcher, type Dispatcher, type PictureQueue } from '../dispatcher.ts'
import type { Endpoint } from '../endpoint.ts'
import type { Inference } from '../inference.ts'
import { createPool } from '../pool.ts'

export interface QueuedPicture {
  prompt: string
  state: 'queued' | 'running' | 'done' | 'failed'
  attempt: number
  failures: number
  /** Times that a result was taken. */
  finished: number
  /** It was leased while it was being drawn. */
  overlapped: boolean
}

/** The queue's contract without a database: leases fenced by attempts, given up after three failures that count. */
export function memoryQueue(prompts: string[]) {
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  const pictures = prompts.map(
    (prompt): QueuedPicture => ({
      prompt,
      state: 'queued',
      attempt: 0,
      failures: 0,
      finished: 0,
      overlapped: false,
    }),
  )
  const settle = (id: number, attempt: number, change: (picture: QueuedPicture) => void) => {
    const picture = pictures[id] as QueuedPicture
    if (picture.state !== 'running' || picture.attempt !== attempt) return
    change(picture)
    if (pictures.every(({ state }) => state === 'done' || state === 'failed')) resolve()
  }
  const queue: PictureQueue = {
    lease(count) {
      const ids = [...pictures.keys()].filter(id => pictures[id]?.state === 'queued').slice(0, count)
      return ids.map(id => {
        const picture = pictures[id] as QueuedPicture
        picture.state = 'running'
        picture.attempt += 1
        const { attempt, prompt } = picture
        return { id, attempt, prompt, noiseSeed: 1, targetEmbedding: Float32Array.of(1, 0) }
      })
    },
    finish({ id, attempt }) {
      settle(id, attempt, picture => {
        picture.state = 'done'
        picture.finished += 1
      })
    },
    fail({ id, attempt }, _, counts) {
      settle(id, attempt, picture => {
        picture.failures += counts ? 1 : 0
        picture.state = picture.failures >= 3 ? 'failed' : 'queued'
      })
    },
  }
  return { ...queue, pictures, ended }
}

/** A dispatcher that works through such a queue at these endpoints. */
export function dispatch(queue: ReturnType<typeof memoryQueue>, endpoints: Endpoint[]): Dispatcher {
  const files = new Map<string, Uint8Array>()
  const drawing = new Set<string>()
  const store: Pick<PictureStore, 'write' | 'read'> = {
    async write(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      files.set(hash, bytes)
      return hash
    },
    read: async hash => Buffer.from(files.get(hash) as Uint8Array),
  }
  const pool = createPool(endpoints, () => dispatcher.wake(), { first: 2, most: 50 })
  const watched = {
    ...pool,
    take(picture: number, apart: boolean) {
      const place = pool.take(picture, apart)
      const { prompt } = queue.pictures[picture] as QueuedPicture
      if (!place) return null
      if (drawing.has(prompt)) (queue.pictures[picture] as QueuedPicture).overlapped = true
      drawing.add(prompt)
      const giveBack = () => {
        drawing.delete(prompt)
        place.giveBack()
      }
      return { ...place, giveBack }
    },
  }
  const dispatcher = createDispatcher({
    queue,
    inference: { pool: watched, deadlineMs: 1_000, onReady() {} } as unknown as Inference,
    store: store as PictureStore,
    log: silentLog,
    onPartial() {},
    onEnd() {},
  })
  dispatcher.start()
  return dispatcher
}

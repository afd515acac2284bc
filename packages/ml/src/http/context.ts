import type { FastifyReply, FastifyRequest } from 'fastify'
import { createGpuProbe } from '../gpu.ts'
import type { BatchSize } from '../pipeline/batch-sizes.ts'
import type { Pipeline } from '../pipeline/index.ts'
import { notReady } from './api-error.ts'
import { createBatcher } from './batcher.ts'
import { requestSignal } from './deadline.ts'
import { type Drawn, drawPictures, type Order } from './draw-pictures.ts'
import { createMetrics } from './metrics.ts'
import { createQueue } from './queue.ts'

export type AppOptions = {
  token: string
  /** Requests that may wait, for pictures and for embeddings. */
  queueLimit: number
  /** Pictures drawn at once, at most. */
  batch: BatchSize
  /** How long the first in line waits for company. */
  batchWaitMs: number
  deadlineMs: number
  provider: 'cpu' | 'cuda'
  device: number
}

export type Context = ReturnType<typeof createContext>

/** What the routes share. The pipeline arrives once its graphs are loaded and warm. */
export function createContext(options: AppOptions) {
  const { queueLimit: limit, batch, batchWaitMs, deadlineMs, provider, device } = options
  const queues = {
    pictures: createBatcher<Order, Drawn>({
      limit,
      most: batch,
      waitMs: batchWaitMs,
      run: (orders, free) => drawPictures(loaded(), metrics, orders, free),
    }),
    embeddings: createQueue(limit),
  }
  const metrics = createMetrics(queues)
  const shutdown = new AbortController()
  let pipeline: Pipeline | undefined
  function loaded(): Pipeline {
    if (!pipeline) throw notReady()
    return pipeline
  }
  return {
    queues,
    shutdown,
    metrics,
    batch,
    provider,
    gpu: createGpuProbe(provider, device),
    setPipeline(loaded: Pipeline) {
      pipeline = loaded
    },
    /** Throws 503 while the graphs are loading. */
    pipeline: loaded,
    signalOf: (request: FastifyRequest, reply: FastifyReply) =>
      requestSignal(request, reply, deadlineMs, shutdown.signal),
  }
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { createGpuProbe } from '../gpu.ts'
import type { Pipeline } from '../pipeline/index.ts'
import { notReady } from './api-error.ts'
import { requestSignal } from './deadline.ts'
import { createMetrics } from './metrics.ts'
import { createQueue } from './queue.ts'

export type Context = ReturnType<typeof createContext>

/** What the routes share. The pipeline arrives once its graphs are loaded and warm. */
export function createContext(options: {
  queueLimit: number
  deadlineMs: number
  provider: 'cpu' | 'cuda'
  device: number
}) {
  const queues = { pictures: createQueue(options.queueLimit), embeddings: createQueue(options.queueLimit) }
  const shutdown = new AbortController()
  let pipeline: Pipeline | undefined
  return {
    queues,
    shutdown,
    metrics: createMetrics(queues),
    provider: options.provider,
    gpu: createGpuProbe(options.provider, options.device),
    setPipeline(loaded: Pipeline) {
      pipeline = loaded
    },
    /** Throws 503 while the graphs are loading. */
    pipeline(): Pipeline {
      if (!pipeline) throw notReady()
      return pipeline
    },
    signalOf: (request: FastifyRequest, reply: FastifyReply) =>
      requestSignal(request, reply, options.deadlineMs, shutdown.signal),
  }
}

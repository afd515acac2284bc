import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { batchSizes } from '../pipeline/batch-sizes.ts'
import type { ApiError } from './api-error.ts'

/** Seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export type Metrics = ReturnType<typeof createMetrics>

/** Prometheus metrics of one sidecar; memory is `process_resident_memory_bytes`. */
export function createMetrics(queues: Record<string, { depth(): number }>) {
  const registers = [new Registry()] as [Registry]
  collectDefaultMetrics({ register: registers[0] })
  new Gauge({
    name: 'dabble_ml_queue_depth',
    help: 'Requests waiting or running',
    labelNames: ['queue'],
    registers,
    collect() {
      for (const [queue, { depth }] of Object.entries(queues)) this.set({ queue }, depth())
    },
  })
  const rejected = new Counter({
    name: 'dabble_ml_rejected_total',
    help: 'Requests answered with an error',
    labelNames: ['code'],
    registers,
  })
  const cancelled = new Counter({ name: 'dabble_ml_cancelled_total', help: 'Work dropped: caller gone', registers })
  return {
    registry: registers[0],
    failed: ({ code }: ApiError) => (code === 'caller_gone' ? cancelled.inc() : rejected.inc({ code })),
    pictures: new Counter({ name: 'dabble_ml_pictures_total', help: 'Pictures drawn', registers }),
    batchSize: new Histogram({
      name: 'dabble_ml_batch_size',
      help: 'Pictures drawn at once',
      buckets: batchSizes(8),
      registers,
    }),
    waitSeconds: new Histogram({
      name: 'dabble_ml_wait_seconds',
      help: 'Time from the arrival of an order to the start of its batch',
      buckets,
      registers,
    }),
    embeddings: new Counter({ name: 'dabble_ml_embeddings_total', help: 'Embeddings made', registers }),
    stageSeconds: new Histogram({
      name: 'dabble_ml_stage_seconds',
      help: 'Time of each stage of a batch',
      labelNames: ['stage'],
      buckets,
      registers,
    }),
  }
}

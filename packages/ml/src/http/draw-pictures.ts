import type { Drawing, PartialPicture, Pipeline } from '../pipeline/index.ts'
import type { Generation } from './generation-body.ts'
import type { Metrics } from './metrics.ts'

/** One picture that somebody waits for. */
export type Order = {
  generation: Generation
  signal: AbortSignal
  /** On performance.now()'s clock. */
  arrived: number
  onPartial?: (partial: PartialPicture) => void
}

export type Drawn = { picture: Buffer; timings: ReturnType<typeof timings> }

/** Draws orders as one batch; `free` is called when only encoding is left, which needs no graph. */
export async function drawPictures(
  { drawBatch }: Pipeline,
  metrics: Metrics,
  orders: Order[],
  free: () => void,
): Promise<PromiseSettledResult<Drawn>[]> {
  const started = performance.now()
  metrics.batchSize.observe(orders.length)
  for (const { arrived } of orders) metrics.waitSeconds.observe((started - arrived) / 1000)
  const requests = orders.map(({ generation, signal, onPartial }) => ({ ...generation, signal, onPartial }))
  const results = await drawBatch(requests, free)
  observeStages(results, metrics)
  return results.map((result, i) => {
    if (result.status === 'rejected') return result
    const { picture, seconds } = result.value
    metrics.pictures.inc()
    return {
      status: 'fulfilled',
      value: { picture, timings: timings(seconds, orders[i]?.arrived ?? started, started) },
    }
  })
}

/** Once a batch: all of it went through each stage together. */
function observeStages(results: PromiseSettledResult<Drawing>[], { stageSeconds }: Metrics) {
  const drawn = results.find(result => result.status === 'fulfilled')
  for (const [stage, value] of Object.entries(drawn?.value.seconds ?? {})) stageSeconds.observe({ stage }, value)
}

/** Milliseconds, to a tenth. */
function timings(seconds: Drawing['seconds'], arrived: number, started: number) {
  const ms = (value: number) => Math.round(value * 10) / 10
  return {
    queue_ms: ms(started - arrived),
    text_ms: ms(seconds.text * 1000),
    denoise_ms: ms(seconds.denoise * 1000),
    decode_ms: ms(seconds.decode * 1000),
    encode_ms: ms(seconds.encode * 1000),
    total_ms: ms(performance.now() - arrived),
  }
}

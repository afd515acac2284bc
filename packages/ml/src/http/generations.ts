import type { FastifyInstance } from 'fastify'
import type { Drawing, PartialPicture, Pipeline } from '../pipeline/index.ts'
import type { Context } from './context.ts'
import { toApiError } from './errors.ts'
import { openEventStream } from './event-stream.ts'
import { type Generation, parseGeneration } from './generation-body.ts'
import type { Release } from './queue.ts'

/** POST /v1/images/generations, plain or as a stream of partial pictures. */
export function addGenerations(app: FastifyInstance, context: Context) {
  app.post('/v1/images/generations', { bodyLimit: 64 * 1024 }, async (request, reply) => {
    const arrived = performance.now()
    const pipeline = context.pipeline()
    const generation = parseGeneration(request.body, pipeline.manifest)
    const signal = context.signalOf(request, reply)
    // Throws here, before a stream has begun, when the queue is full.
    const turn = context.queues.pictures.join(signal)
    const work = { pipeline, generation, signal, turn, arrived }

    if (!generation.stream) {
      const { picture, timings } = await draw(context, work)
      const data = [{ b64_json: picture.toString('base64') }]
      return { created: now(), ...describe(generation), data, timings }
    }

    const stream = openEventStream(reply)
    try {
      const { picture, timings } = await draw(context, work, partial => stream.send(partialEvent(partial, generation)))
      const b64_json = picture.toString('base64')
      stream.send({
        type: 'image_generation.completed',
        b64_json,
        created_at: now(),
        ...describe(generation),
        timings,
      } as { type: string })
    } catch (error) {
      const answer = toApiError(error)
      if (answer.status === 500) request.log.error(error)
      context.metrics.failed(answer)
      stream.send({ type: 'error', status: answer.status, ...answer.body } as { type: string })
    }
    stream.end()
    return reply
  })
}

type Work = { pipeline: Pipeline; generation: Generation; signal: AbortSignal; turn: Promise<Release>; arrived: number }

async function draw(
  { metrics }: Context,
  { pipeline, generation, signal, turn, arrived }: Work,
  onPartial?: (partial: PartialPicture) => void,
) {
  const release = await turn
  const started = performance.now()
  try {
    const { picture, seconds } = await pipeline.draw({ ...generation, signal, onPartial })
    metrics.pictures.inc()
    for (const [stage, value] of Object.entries(seconds)) metrics.stageSeconds.observe({ stage }, value)
    return { picture, timings: timings(seconds, started - arrived, performance.now() - arrived) }
  } finally {
    release()
  }
}

/** Milliseconds, to a tenth. */
function timings(seconds: Drawing['seconds'], queueMs: number, totalMs: number) {
  const ms = (value: number) => Math.round(value * 10) / 10
  return {
    queue_ms: ms(queueMs),
    text_ms: ms(seconds.text * 1000),
    denoise_ms: ms(seconds.denoise * 1000),
    decode_ms: ms(seconds.decode * 1000),
    encode_ms: ms(seconds.encode * 1000),
    total_ms: ms(totalMs),
  }
}

const partialEvent = ({ picture, index, step, steps }: PartialPicture, { size }: Generation) => ({
  type: 'image_generation.partial_image',
  b64_json: picture.toString('base64'),
  partial_image_index: index,
  created_at: now(),
  size,
  output_format: 'webp',
  step,
  steps,
})

const describe = ({ size, format, seed }: Generation) => ({ size, output_format: format, seed })
const now = () => Math.floor(Date.now() / 1000)

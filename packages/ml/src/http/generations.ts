import type { FastifyInstance } from 'fastify'
import type { PartialPicture } from '../pipeline/index.ts'
import type { Context } from './context.ts'
import { toApiError } from './errors.ts'
import { openEventStream } from './event-stream.ts'
import { type Generation, parseGeneration } from './generation-body.ts'

/** POST /v1/images/generations, plain or as a stream of partial pictures. */
export function addGenerations(app: FastifyInstance, context: Context) {
  app.post('/v1/images/generations', { bodyLimit: 64 * 1024 }, async (request, reply) => {
    const arrived = performance.now()
    const generation = parseGeneration(request.body, context.pipeline().manifest)
    const signal = context.signalOf(request, reply)
    const order = { generation, signal, arrived }

    if (!generation.stream) {
      const { picture, timings } = await context.queues.pictures.join(order, signal)
      const data = [{ b64_json: picture.toString('base64') }]
      return { created: now(), ...describe(generation), data, timings }
    }

    const onPartial = (partial: PartialPicture) => stream.send(partialEvent(partial, generation))
    // Throws here, before the stream has begun, when the line is full.
    const drawn = context.queues.pictures.join({ ...order, onPartial }, signal)
    const stream = openEventStream(reply)
    try {
      const { picture, timings } = await drawn
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

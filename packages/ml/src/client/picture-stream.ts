import { EventSourceParserStream } from 'eventsource-parser/stream'
import { limitedBody } from './body.ts'
import { inferenceError } from './error-body.ts'
import { InferenceUnavailable } from './errors.ts'

/** A small picture of what the final one will look like. */
export type PartialPicture = {
  picture: Buffer
  mime: string
  index: number
  /** Steps done and in all; foreign servers may not tell. */
  step?: number
  steps?: number
}

/** Milliseconds, by the server's clock; `{}` from foreign servers. */
export type Timings = {
  queue_ms?: number
  text_ms?: number
  denoise_ms?: number
  decode_ms?: number
  encode_ms?: number
  total_ms?: number
}

type Event = {
  type: string
  b64_json: string
  output_format?: string
  partial_image_index: number
  step?: number
  steps?: number
  error?: unknown
  status?: number
  timings?: Timings
}

/** Reads OpenAI's stream of partial pictures to its end. Throws the error that an event tells, or InferenceUnavailable. */
export async function pictureOfStream(
  response: Response,
  onPartial?: (partial: PartialPicture) => void,
): Promise<{ bytes: Buffer; timings: Timings }> {
  const events = limitedBody(response).pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream())
  let picture: { bytes: Buffer; timings: Timings } | undefined
  // Read to the end, so that the connection can be used again.
  for await (const { data } of events) {
    if (data === '[DONE]') break
    const event = JSON.parse(data) as Event
    if (event.error) throw inferenceError(event.status ?? 500, event)
    if (event.type === 'image_generation.partial_image') onPartial?.(partialOf(event))
    if (event.type === 'image_generation.completed')
      picture = { bytes: Buffer.from(event.b64_json, 'base64'), timings: event.timings ?? {} }
  }
  if (!picture) throw new InferenceUnavailable('The stream ended before the picture was complete')
  return picture
}

function partialOf(event: Event): PartialPicture {
  return {
    picture: Buffer.from(event.b64_json, 'base64'),
    mime: `image/${event.output_format ?? 'png'}`,
    index: event.partial_image_index,
    step: event.step,
    steps: event.steps,
  }
}

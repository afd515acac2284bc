import { EventSourceParserStream } from 'eventsource-parser/stream'
import { InferenceUnavailable } from './errors.ts'
import { type CallOptions, call, type Endpoint, type ErrorBody, inferenceError } from './request.ts'

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

export type GenerateRequest = CallOptions & {
  prompt: string
  /** 0 … 2³² - 1. */
  seed: number
  /** 0 … 3. */
  partialImages?: number
  /** Called as partial pictures arrive; must not throw. */
  onPartial?: (partial: PartialPicture) => void
}

export type Generated = { png: Buffer; timings: Timings }

type Event = ErrorBody & {
  type: string
  b64_json: string
  output_format?: string
  partial_image_index: number
  step?: number
  steps?: number
  status?: number
  timings?: Timings
}

export function generate(endpoint: Endpoint, request: GenerateRequest): Promise<Generated> {
  const { prompt, seed, partialImages = 0, onPartial } = request
  const body = { prompt, seed, n: 1, stream: true, partial_images: partialImages, output_format: 'png' }
  return call(endpoint, 'v1/images/generations', body, request, async response => {
    if (!response.body) throw new InferenceUnavailable('An answer without a body')
    const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream())
    let picture: Generated | undefined
    // Read to the end, so that the connection can be used again.
    for await (const { data } of events) {
      if (data === '[DONE]') break
      const event = JSON.parse(data) as Event
      if (event.error) throw inferenceError(event.status ?? 500, event)
      if (event.type === 'image_generation.partial_image') onPartial?.(partialOf(event))
      if (event.type === 'image_generation.completed')
        picture = { png: Buffer.from(event.b64_json, 'base64'), timings: event.timings ?? {} }
    }
    if (!picture) throw new InferenceUnavailable('The stream ended before the picture was complete')
    return picture
  })
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

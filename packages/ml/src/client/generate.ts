import { bytesOf, contentOf } from './body.ts'
import { InferenceRefused, InferenceUnavailable } from './errors.ts'
import { linkedPicture } from './linked-picture.ts'
import { type PartialPicture, pictureOfStream, type Timings } from './picture-stream.ts'
import { asPng } from './png.ts'
import { type CallOptions, call, defaultDeadlineMs, type Endpoint } from './request.ts'
import { fewerWishes, foreignWishes, ourWishes, type Wish, withoutStream } from './wishes.ts'

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

type Answer = { bytes: Buffer; timings: Timings; streamed: boolean }

/** Draws at one endpoint. What a foreign server refuses to be asked is remembered, once it has drawn without. */
export function createGenerate(endpoint: Endpoint): (request: GenerateRequest) => Promise<Generated> {
  let known: readonly Wish[] = endpoint.foreign ? foreignWishes : ourWishes

  async function generate(request: GenerateRequest): Promise<Generated> {
    const { deadlineMs = defaultDeadlineMs } = request
    const until = performance.now() + deadlineMs
    let wishes = known
    for (;;) {
      try {
        const left = Math.max(1, Math.ceil(until - performance.now()))
        const { bytes, timings, streamed } = await ask(endpoint, { ...request, deadlineMs: left }, wishes)
        if (!endpoint.foreign) return { png: bytes, timings }
        const worked = streamed ? wishes : withoutStream(wishes)
        known = known.filter(wish => worked.includes(wish))
        return { png: await asPng(bytes), timings }
      } catch (error) {
        const fewer = endpoint.foreign && error instanceof InferenceRefused ? fewerWishes(wishes, error) : null
        if (!fewer) throw error
        wishes = fewer
      }
    }
  }
  return generate
}

function ask(endpoint: Endpoint, request: GenerateRequest, wishes: readonly Wish[]): Promise<Answer> {
  const { prompt, seed, partialImages = 0, onPartial } = request
  const values: Record<Wish, unknown> = {
    seed,
    stream: true,
    partial_images: partialImages,
    output_format: 'png',
    response_format: 'b64_json',
  }
  const wished = Object.fromEntries(wishes.map(wish => [wish, values[wish]]))
  const body = { prompt, n: 1, ...(endpoint.model && { model: endpoint.model }), ...wished }
  return call(endpoint, 'v1/images/generations', body, request, async (response, signal) => {
    const type = response.headers.get('content-type') ?? ''
    if (type.startsWith('image/')) return { bytes: await bytesOf(response), timings: {}, streamed: false }
    if (type.startsWith('text/event-stream')) return { ...(await pictureOfStream(response, onPartial)), streamed: true }
    return { ...(await pictureOfJson(response, endpoint, signal)), streamed: false }
  })
}

async function pictureOfJson(response: Response, endpoint: Endpoint, signal: AbortSignal) {
  const { data, timings } = (await contentOf(response)) as {
    data?: { b64_json?: string; url?: string }[]
    timings?: Timings
  }
  const { b64_json, url } = data?.[0] ?? {}
  if (b64_json) return { bytes: Buffer.from(b64_json, 'base64'), timings: timings ?? {} }
  if (url) return { bytes: await linkedPicture(url, endpoint, signal), timings: {} }
  throw new InferenceUnavailable('An answer without a picture')
}

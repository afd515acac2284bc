import { InferenceUnavailable } from './errors.ts'

/** Bytes of one answer: a picture of 24 MiB in base64 and some. Whoever sends more fills our memory. */
export const longestAnswer = 40 * 2 ** 20

/** The body, which ends with an error after so many bytes. Throws InferenceUnavailable. */
export function limitedBody({ body }: Response, limit = longestAnswer): ReadableStream<Uint8Array<ArrayBuffer>> {
  if (!body) throw new InferenceUnavailable('An answer without a body')
  let bytes = 0
  const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      if (bytes > limit) controller.error(new InferenceUnavailable(`An answer of more than ${limit} bytes`))
      else controller.enqueue(chunk)
    },
  })
  return body.pipeThrough(count)
}

export const bytesOf = async (response: Response): Promise<Buffer> =>
  Buffer.from(await new Response(limitedBody(response)).arrayBuffer())

/** The JSON of an answer, or its text where it is none. */
export async function contentOf(response: Response): Promise<unknown> {
  const text = String(await bytesOf(response))
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

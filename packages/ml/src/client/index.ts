import type { Gpu } from '../gpu.ts'
import { contentOf } from './body.ts'
import { InferenceUnavailable } from './errors.ts'
import { createGenerate, type Generated, type GenerateRequest } from './generate.ts'
import { type CallOptions, call, type Endpoint } from './request.ts'

export { InferenceBusy, InferenceDeadline, InferenceRefused, InferenceUnavailable } from './errors.ts'
export type { Generated, GenerateRequest } from './generate.ts'
export type { PartialPicture, Timings } from './picture-stream.ts'
export type { CallOptions, Endpoint } from './request.ts'

/** One entry of GET /v1/models. `capabilities` and what follows is absent from foreign servers. */
export type Model = {
  id: string
  bundle?: string
  /** Of the process that answers: another one after a restart, and several behind one balancer. */
  instance?: string
  steps?: number
  picture?: { width: number; height: number }
  embedding_dimensions?: number
  /** Where it computes; `gpu` is null on the CPU, and where the machine does not tell. */
  device?: { provider: string; gpu: (Pick<Gpu, 'name' | 'memory_free_bytes'> & Partial<Gpu>) | null }
  capabilities?: { seed: boolean; partial_images: number; embeddings: boolean; batch: number; embedding_batch: number }
}

export type InferenceClient = {
  /** Draws one picture. The same prompt and seed give the same picture, unless the server is a foreign one. */
  generate(request: GenerateRequest): Promise<Generated>
  /** L2-normalised embedding of an encoded picture (PNG, JPEG, WebP). */
  embedImage(bytes: Uint8Array, mime: string, options?: CallOptions): Promise<Float32Array>
  /** L2-normalised embedding of a text, comparable with pictures'. */
  embedText(text: string, options?: CallOptions): Promise<Float32Array>
  models(options?: CallOptions): Promise<Model[]>
  /** True when models are loaded and warm; false when not, or when nobody answers. */
  ready(options?: CallOptions): Promise<boolean>
}

/**
 * Client of the inference API (OpenAI's shape plus `seed`). Throws InferenceBusy, InferenceRefused, InferenceUnavailable or
 * InferenceDeadline; never sends the same request again by itself.
 */
export function createInferenceClient(endpoint: Endpoint): InferenceClient {
  const embed = (input: string, options: CallOptions = {}) => {
    const body = { input, encoding_format: 'float', ...(endpoint.model && { model: endpoint.model }) }
    return call(endpoint, 'v1/embeddings', body, options, async response => {
      const { data } = (await contentOf(response)) as { data?: { embedding: number[] }[] }
      if (!data?.[0]) throw new InferenceUnavailable('An answer without an embedding')
      return Float32Array.from(data[0].embedding)
    })
  }
  return {
    generate: createGenerate(endpoint),
    embedImage: (bytes, mime, options) =>
      embed(`data:${mime};base64,${Buffer.from(bytes).toString('base64')}`, options),
    embedText: embed,
    models: (options = {}) =>
      call(endpoint, 'v1/models', undefined, options, async response => {
        const { data } = (await contentOf(response)) as { data?: Model[] }
        if (!Array.isArray(data)) throw new InferenceUnavailable('An answer without a list of models')
        return data
      }),
    ready: (options = {}) =>
      call(endpoint, 'readyz', undefined, { deadlineMs: 2000, ...options }, async () => true).catch(() => {
        options.signal?.throwIfAborted()
        return false
      }),
  }
}

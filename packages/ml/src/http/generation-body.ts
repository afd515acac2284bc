import { z } from 'zod'
import type { BundleManifest } from '../bundle/index.ts'
import { maxSeed } from '../noise.ts'
import { ApiError, badRequest } from './api-error.ts'

/** OpenAI's image request plus `seed`; what is not listed is ignored. */
const generationBody = z.object({
  prompt: z.string().max(4000),
  model: z.string().nullish(),
  n: z.literal(1).nullish(),
  size: z.string().nullish(),
  response_format: z.literal('b64_json').nullish(),
  output_format: z.enum(['png', 'webp']).nullish(),
  stream: z.boolean().nullish(),
  partial_images: z.int().min(0).max(3).nullish(),
  seed: z.int().min(0).max(maxSeed).nullish(),
})

export type Generation = {
  prompt: string
  format: 'png' | 'webp'
  size: string
  stream: boolean
  partialImages: number
  seed: number
}

/** The validated request. Throws 400, or 404 for another model. */
export function parseGeneration(body: unknown, manifest: BundleManifest): Generation {
  const { prompt, model, size, output_format, stream, partial_images, seed } = parse(generationBody, body)
  requireModel(model, manifest)
  const own = `${manifest.picture.width}x${manifest.picture.height}`
  if (size && size !== 'auto' && size !== own) throw badRequest(`size: this model draws ${own}.`)
  return {
    prompt,
    format: output_format ?? 'png',
    size: own,
    stream: stream ?? false,
    partialImages: partial_images ?? 0,
    seed: seed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  }
}

export function requireModel(model: string | null | undefined, { name, id }: BundleManifest) {
  if (model && model !== name && model !== id)
    throw new ApiError(404, 'model_not_found', `This server serves the model ${name}.`)
}

export function parse<S extends z.ZodType>(schema: S, body: unknown): z.infer<S> {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw badRequest(`${issue?.path.join('.') || 'body'}: ${issue?.message}`)
}

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { imageOf, isDataUrl } from '../image/data-url.ts'
import { badRequest } from './api-error.ts'
import type { Context } from './context.ts'
import { parse, requireModel } from './generation-body.ts'

export const maxEmbeddings = 16
/** A picture of 8 MiB in base64, and some. */
const maxBody = 12 * 1024 * 1024

const embeddingsBody = z.object({
  input: z.union([z.string(), z.array(z.string()).min(1).max(maxEmbeddings)]),
  model: z.string().nullish(),
  encoding_format: z.enum(['float', 'base64']).nullish(),
})

/** POST /v1/embeddings: texts, and pictures as data URLs; one vector each, L2-normalised, all in one space. */
export function addEmbeddings(app: FastifyInstance, { pipeline, signalOf, queues, metrics }: Context) {
  app.post('/v1/embeddings', { bodyLimit: maxBody }, async (request, reply) => {
    const { manifest, embedPicture, embedText = cannotEmbedTexts } = pipeline()
    const { input, model, encoding_format } = parse(embeddingsBody, request.body)
    requireModel(model, manifest)
    const signal = signalOf(request, reply)
    const release = await queues.embeddings.join(signal)
    try {
      const data: object[] = []
      for (const [index, text] of [input].flat().entries()) {
        signal.throwIfAborted()
        const vector = await (isDataUrl(text) ? embedPicture(imageOf(text)) : embedText(text))
        data.push({
          object: 'embedding',
          index,
          embedding: encoding_format === 'base64' ? base64(vector) : [...vector],
        })
        metrics.embeddings.inc()
      }
      return { object: 'list', data, model: manifest.name, usage: { prompt_tokens: 0, total_tokens: 0 } }
    } finally {
      release()
    }
  })
}

async function cannotEmbedTexts(): Promise<never> {
  throw badRequest('This bundle has no text encoder beside its picture encoder; send pictures as data URLs.')
}

/** Little-endian float32, as OpenAI's clients ask for by default. */
function base64(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * 4)
  for (const [i, x] of vector.entries()) bytes.writeFloatLE(x, i * 4)
  return bytes.toString('base64')
}

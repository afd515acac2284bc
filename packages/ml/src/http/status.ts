import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Context } from './context.ts'
import { maxEmbeddings } from './embeddings.ts'

/** GET /v1/models, /healthz, /readyz and /metrics. */
export function addStatus(app: FastifyInstance, { pipeline, metrics, batch, provider, gpu }: Context) {
  // Behind a balancer callers count by it how many of us there are.
  const instance = randomUUID()
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async () => {
    pipeline()
    return { ok: true }
  })
  app.get('/metrics', async (_request, reply) => {
    reply.type(metrics.registry.contentType)
    return metrics.registry.metrics()
  })
  app.get('/v1/models', async () => {
    const { manifest } = pipeline()
    const model = {
      id: manifest.name,
      object: 'model',
      created: 0,
      owned_by: 'dabble',
      bundle: manifest.id,
      instance,
      version: manifest.version,
      licence: manifest.licence,
      languages: manifest.languages,
      harmless: manifest.harmless,
      picture: manifest.picture,
      steps: manifest.steps,
      device: { provider, gpu: await gpu() },
      embedding_dimensions: manifest.embedding.dimensions,
      capabilities: { seed: true, partial_images: 3, embeddings: true, batch, embedding_batch: maxEmbeddings },
    }
    return { object: 'list', data: [model] }
  })
}

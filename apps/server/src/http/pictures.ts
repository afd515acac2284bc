import type { FastifyInstance } from 'fastify'
import type { PictureStore } from '../pictures/store.ts'
import { sendPage } from './pages.ts'

export type Visibility = 'shown' | 'hidden' | 'unknown'

/**
 * `GET /pictures/<hash>`: the file, byte for byte as it was scored. Its name never means other bytes, but staff may hide it, so
 * it is kept for five seconds only and then asked for again, which costs a 304. `?download` names the file for saving.
 */
export function addPictures(
  app: FastifyInstance,
  visibilityOf: (hash: string) => Visibility,
  store: PictureStore,
): void {
  app.get<{ Params: { hash: string }; Querystring: { download?: string } }>(
    '/pictures/:hash',
    async (request, reply) => {
      const { hash } = request.params
      const visibility = /^[0-9a-f]{64}$/.test(hash) ? visibilityOf(hash) : 'unknown'
      if (visibility !== 'shown') return sendPage(request, reply, visibility === 'hidden' ? 410 : 404)
      const etag = `"${hash}"`
      reply.header('etag', etag).header('cache-control', 'public, max-age=5, must-revalidate')
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      if (request.query.download !== undefined) {
        reply.header('content-disposition', `attachment; filename="dabble-${hash.slice(0, 8)}.png"`)
      }
      const bytes = await store.read(hash).catch(error => {
        request.log.error({ err: error, hash }, 'a picture that the database knows cannot be read')
        return null
      })
      if (!bytes) return sendPage(request, reply, 404)
      return reply.type('image/png').send(bytes)
    },
  )
}

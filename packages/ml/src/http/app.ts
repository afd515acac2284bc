import fastify from 'fastify'
import { requireToken } from './auth.ts'
import { type AppOptions, createContext } from './context.ts'
import { addEmbeddings } from './embeddings.ts'
import { answerErrors, toApiError } from './errors.ts'
import { addGenerations } from './generations.ts'
import { addStatus } from './status.ts'

export type App = ReturnType<typeof createApp>

/** The inference API. It answers from the start; /readyz and the models once `setPipeline` was called. */
export function createApp(options: AppOptions) {
  const server = fastify({
    logger: { level: 'warn' },
    requestTimeout: 30_000,
    // Longer than clients keep theirs, so that no request meets a closing connection.
    keepAliveTimeout: 75_000,
    return503OnClosing: true,
  })
  // JSON and nothing else.
  server.removeContentTypeParser('text/plain')
  const context = createContext(options)
  requireToken(server, options.token)
  answerErrors(server)
  server.addHook('onError', async (_request, _reply, error) => {
    context.metrics.failed(toApiError(error))
  })
  addStatus(server, context)
  addGenerations(server, context)
  addEmbeddings(server, context)
  return { server, setPipeline: context.setPipeline, shutdown: context.shutdown }
}

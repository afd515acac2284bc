import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { Config } from '../config.ts'
import type { ErrorTally } from '../crew/error-tally.ts'
import type { BoothGame } from '../game/game.ts'
import type { Feed } from '../live/feed.ts'
import type { PictureStore } from '../pictures/store.ts'
import { type AppFolders, addApps } from './apps.ts'
import { addCanonicalHost } from './canonical-host.ts'
import { addGuard } from './guard.ts'
import { addHealth, type NotReady } from './health.ts'
import { addIdentity } from './identity.ts'
import { addLive } from './live.ts'
import { isNavigation, type PageStatus, sendPage } from './pages.ts'
import { addPictures } from './pictures.ts'
import { refuse } from './refuse.ts'
import { addSameOrigin } from './same-origin.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { addTrpc, bodyLimit } from './trpc.ts'

export interface HttpParts {
  /** Null before the first start has created the contest. */
  game(): BoothGame | null
  feed: Feed
  store: PictureStore
  cookieKey: Buffer
  /** Proves to `dabble doctor` that it asks this game. */
  healthKey: Buffer
  /** Null until the port is known. */
  publicUrl(): string | null
  notReady(): NotReady | null
  apps: AppFolders
}

/** A server with a log and nothing else; `addRoutes` gives it something to say. */
export function createHttpServer(config: Config, { hooks }: Pick<ErrorTally, 'hooks'>): FastifyInstance {
  return Fastify({
    // Requests are not logged one by one: their addresses carry prompts.
    logController: new LogController({ disableRequestLogging: true }),
    logger: { level: config.logLevel, hooks },
    trustProxy: config.trustProxy,
    bodyLimit,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 128 },
    frameworkErrors: (_, request, reply) => void sendPage(request, reply as unknown as FastifyReply, 400),
  })
}

export async function addRoutes(app: FastifyInstance, config: Config, parts: HttpParts): Promise<void> {
  const https = config.publicUrl?.startsWith('https:') ?? false
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply))
  app.setNotFoundHandler((request, reply) => sendPage(request, reply, isReading(request) ? 404 : 405))

  await addSecurityHeaders(app, https)
  addCanonicalHost(app, parts.publicUrl)
  addSameOrigin(app, parts.publicUrl)
  await addIdentity(app, parts.cookieKey, https)
  addGuard(app, deviceId => parts.game()?.staff.crew.status(deviceId).paired ?? false)

  addHealth(app, parts.notReady, parts.healthKey)
  await addTrpc(app, parts.game, https)
  addLive(app, parts.feed, () => parts.game() !== null)
  addPictures(app, hash => parts.game()?.visibilityOf(hash) ?? 'unknown', parts.store)
  await addApps(app, parts.apps)
}

const isReading = ({ method }: FastifyRequest) => method === 'GET' || method === 'HEAD'

/** The text of our own failures stays here, in the log. */
function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500
  if (status >= 500) request.log.error({ err: error }, 'a request failed')
  if (isNavigation(request)) return sendPage(request, reply, (status >= 500 ? 500 : 400) satisfies PageStatus)
  return refuse(reply, status >= 500 ? 'internal' : 'invalid-input', { status })
}

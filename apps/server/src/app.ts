import { resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Booth, openBooth } from './booth.ts'
import type { Config } from './config.ts'
import { createErrorTally } from './crew/error-tally.ts'
import { closeDatabase, type Db, openDatabase } from './db/open.ts'
import { currentContest } from './game/contest.ts'
import { getSecret } from './game/secret.ts'
import type { NotReady } from './http/health.ts'
import { lanAddress } from './http/hosts.ts'
import { addRoutes, createHttpServer } from './http/server.ts'
import { createInference, type Inference, type InferenceOverrides } from './inference/inference.ts'
import { createFeed } from './live/feed.ts'
import { feedSources } from './live/sources.ts'
import { createPictureStore } from './pictures/store.ts'
import type { Banner } from './start/banner.ts'
import { readManifest, requireRoundsBundle } from './start/bundle.ts'
import { type DataFolder, takeDataFolder } from './start/data-folder.ts'
import { createFirstRound, type FirstRoundParts } from './start/first-round.ts'
import { listen, publicUrlOf } from './start/listen.ts'
import { explainDrawing, nobodyDraws } from './start/no-target.ts'
import { firstPairingCode } from './start/pairing.ts'
import { StartError } from './start/start-error.ts'

/** What tests and benches do differently. */
export interface AppOverrides {
  inference?: InferenceOverrides
  firstRound?: FirstRoundParts['rules']
  /** One is quicker than the best of many. */
  targetCandidates?: number
  captchaDifficulty?: number
}

export interface App {
  /** Ready to be played when it resolves. @throws {StartError} after having closed what was open. */
  start(): Promise<Banner & { port: number }>
  /** Rejects when the game cannot go on: the sidecar says that starting it again is pointless. */
  failed: Promise<never>
  /** Ends streams, puts running pictures back, ends the sidecar, closes the database. */
  close(): Promise<void>
}

const workspace = resolve(import.meta.dirname, '../../..')
const appFolders = { web: resolve(workspace, 'apps/web/dist'), kiosk: resolve(workspace, 'apps/kiosk/dist') }
/** In-flight answers get so long to finish. */
const drainMs = 1_500

/** The booth box: everything that runs, in the order in which it starts. */
export function createApp(config: Config, overrides: AppOverrides = {}): App {
  const errors = createErrorTally()
  const http: FastifyInstance = createHttpServer(config, errors)
  const { promise: failed, reject: fail } = Promise.withResolvers<never>()
  failed.catch(() => {})
  let folder: DataFolder | null = null
  let db: Db | null = null
  let inference: Inference | null = null
  let booth: Booth | null = null
  let publicUrl: string | null = null
  let closing: Promise<void> | null = null

  const game = () => booth?.game ?? null
  const feed = createFeed(
    feedSources(() => (booth as Booth).game),
    error => http.log.error({ err: error }, 'a live state could not be computed'),
  )

  function notReady(): NotReady | null {
    if (closing) return 'closing'
    if (!db) return 'database'
    if (!inference?.current()) return 'inference'
    return booth ? null : 'round'
  }

  async function start() {
    const manifest = readManifest(config.bundleFolder)
    folder = takeDataFolder(config.dataFolder)
    // First of all, because it takes longest; the rest happens meanwhile.
    inference = createInference(config, http.log, { bundleId: manifest.id }, overrides.inference)
    inference.onHopeless(message => fail(new StartError(message)))
    inference.start()
    db = openDatabase(folder.databaseFile)
    requireRoundsBundle(db, manifest)
    const store = createPictureStore(folder.picturesFolder)
    const cookieKey = getSecret(db, 'cookies')
    await addRoutes(http, config, {
      game,
      feed,
      store,
      cookieKey,
      healthKey: getSecret(db, 'health'),
      publicUrl: () => publicUrl,
      notReady,
      apps: appFolders,
    })
    const port = await listen(http, config)
    publicUrl = publicUrlOf(config, port)

    if (!currentContest(db)) {
      const missing = await inference.settled()
      const endpoint = inference.current()
      if (!endpoint) throw nobodyDraws(missing, config)
      const { firstRound: rules, targetCandidates: candidates } = overrides
      await createFirstRound({ db, store, manifest, endpoint, now: Date.now(), rules, candidates }).catch(error => {
        throw explainDrawing(error, config)
      })
    }
    booth = openBooth({
      db,
      manifest,
      inference,
      store,
      feed,
      log: http.log,
      folder,
      errors,
      joinUrl: () => publicUrl as string,
      captchaDifficulty: overrides.captchaDifficulty,
    })
    await inference.settled()
    return {
      port,
      publicUrl,
      dataFolder: config.dataFolder,
      pairingCode: firstPairingCode(db, Date.now()),
      onlyThisMachine: !config.publicUrl && lanAddress() === null,
    }
  }

  async function closeAll(): Promise<void> {
    feed.close()
    const cut = setTimeout(() => http.server.closeAllConnections(), drainMs)
    await Promise.all([http.close(), booth?.close()])
    clearTimeout(cut)
    await inference?.close()
    if (db) closeDatabase(db)
    folder?.release()
  }

  const close = () => {
    closing ??= closeAll()
    return closing
  }

  return {
    failed,
    close,
    async start() {
      try {
        return await Promise.race([start(), failed])
      } catch (error) {
        await close()
        throw error
      }
    },
  }
}

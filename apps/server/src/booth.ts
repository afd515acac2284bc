import { languageSchema } from '@dabble/api'
import type { BundleManifest } from '@dabble/ml/bundle'
import { createTokenizer } from '@dabble/ml/tokenizer'
import { createCaptcha } from './captcha/captcha.ts'
import { needsCaptcha } from './captcha/needs-captcha.ts'
import { startAlerts } from './crew/alerts.ts'
import type { ErrorTally } from './crew/error-tally.ts'
import { crewParts } from './crew/parts.ts'
import type { Db } from './db/open.ts'
import { createDrawingQueue } from './game/drawing-queue.ts'
import { createGameEvents } from './game/events.ts'
import { type BoothGame, createGame } from './game/game.ts'
import { getSecret } from './game/secret.ts'
import { createDispatcher } from './inference/dispatcher.ts'
import { createDrawings } from './inference/drawings.ts'
import type { Inference } from './inference/inference.ts'
import { createPictureQueue } from './inference/picture-queue.ts'
import { announce } from './live/announce.ts'
import type { Feed } from './live/feed.ts'
import type { Log } from './log.ts'
import type { PictureStore } from './pictures/store.ts'
import type { DataFolder } from './start/data-folder.ts'

export interface BoothParts {
  db: Db
  manifest: BundleManifest
  inference: Inference
  store: PictureStore
  feed: Feed
  log: Log
  folder: Omit<DataFolder, 'release'>
  errors: ErrorTally
  joinUrl(): string
  captchaDifficulty?: number
}

/** A game that is being played: rules, drawing and live feed, wired to each other. */
export interface Booth {
  game: BoothGame
  close(): Promise<void>
}

/** The contest must exist. What was running when the last process ended is queued again. */
export function openBooth({
  db,
  manifest,
  inference,
  store,
  feed,
  log,
  folder,
  errors,
  joinUrl,
  captchaDifficulty,
}: BoothParts): Booth {
  const events = createGameEvents()
  const tokenizer = createTokenizer(manifest)
  const drawings = createDrawings(manifest.steps, inference.pool.places)
  const languages = languageSchema.options.filter(language => manifest.languages.includes(language))
  const crew = crewParts({ db, manifest, inference, store, feed, folder, errors })
  const game = createGame(db, {
    events,
    now: Date.now,
    joinUrl,
    bundle: {
      tokenKey: tokenizer.key,
      reads: tokenizer.reads,
      model: { name: manifest.name, steps: manifest.steps, languages },
    },
    captcha: createCaptcha({ secret: getSecret(db, 'captcha'), difficulty: captchaDifficulty }),
    needsCaptcha,
    drawing: drawings,
    ...crew,
  })
  const queue = createDrawingQueue(db, events, Date.now)
  queue.requeueRunning()

  const dispatcher = createDispatcher({
    queue: createPictureQueue(db, queue),
    inference,
    store,
    log,
    onPartial(lease, partial) {
      drawings.update(lease.id, partial)
      for (const playerId of queue.waiting(lease.id)) {
        const progress = game.progress(playerId)
        if (progress) feed.progressed(playerId, progress)
      }
    },
    onEnd: lease => drawings.end(lease.id),
  })
  events.on('queued', dispatcher.wake)
  const stopAnnouncing = announce(events, game, feed)
  const stopAlerts = startAlerts({ db, health: crew.health, log })
  dispatcher.start()

  return {
    game,
    async close() {
      stopAlerts()
      await dispatcher.close()
      stopAnnouncing()
    },
  }
}

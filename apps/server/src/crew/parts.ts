import { GameError } from '@dabble/api'
import type { BundleManifest } from '@dabble/ml/bundle'
import type { Db } from '../db/open.ts'
import type { GameDeps } from '../game/game.ts'
import type { Inference } from '../inference/inference.ts'
import type { Feed } from '../live/feed.ts'
import type { PictureStore } from '../pictures/store.ts'
import { pins } from './pins.ts'
import { createUploads } from './uploads.ts'

export interface CrewParts {
  db: Db
  manifest: BundleManifest
  inference: Inference
  store: PictureStore
  feed: Feed
}

/** What the crew's part of the game needs besides the database: PINs, uploads, targets, the state of the box. */
export function crewParts({ manifest, store }: CrewParts): Pick<GameDeps, 'pins' | 'pictures' | 'targets' | 'health'> {
  const away = async () => {
    throw new GameError('inference-away')
  }
  return {
    pins,
    pictures: createUploads(store),
    targets: {
      upload: away,
      draw: away,
      bundle: { id: manifest.id, calibration: manifest.calibration.knots, harmless: manifest.harmless },
    },
    health: away,
  }
}

import type { BundleManifest } from '@dabble/ml/bundle'
import type { Db } from '../db/open.ts'
import type { GameDeps } from '../game/game.ts'
import type { Inference } from '../inference/inference.ts'
import type { Feed } from '../live/feed.ts'
import type { PictureStore } from '../pictures/store.ts'
import type { DataFolder } from '../start/data-folder.ts'
import type { ErrorTally } from './error-tally.ts'
import { createHealth } from './health.ts'
import { pins } from './pins.ts'
import { createTargets } from './targets.ts'
import { createUploads } from './uploads.ts'

export interface CrewParts {
  db: Db
  manifest: BundleManifest
  inference: Inference
  store: PictureStore
  feed: Feed
  folder: Omit<DataFolder, 'release'>
  errors: ErrorTally
}

/** What the crew's part of the game needs besides the database: PINs, uploads, targets, the state of the box. */
export function crewParts(parts: CrewParts): Pick<GameDeps, 'pins' | 'pictures' | 'targets' | 'health'> {
  const pictures = createUploads(parts.store)
  return { pins, pictures, targets: createTargets({ ...parts, pictures }), health: createHealth(parts) }
}

import { GameError } from '@dabble/api'
import type { BundleManifest } from '@dabble/ml/bundle'
import { InferenceBusy, InferenceDeadline, InferenceRefused, InferenceUnavailable } from '@dabble/ml/client'
import type { GameDeps } from '../game/game.ts'
import { embeddingToBytes } from '../inference/embedding.ts'
import type { Inference, LiveEndpoint } from '../inference/inference.ts'
import { NotPng } from '../pictures/png-size.ts'
import type { PictureStore } from '../pictures/store.ts'
import { drawTarget } from '../start/target.ts'

export interface TargetParts {
  inference: Pick<Inference, 'current'>
  store: PictureStore
  pictures: GameDeps['pictures']
  manifest: BundleManifest
}

/** Targets of rounds to come: uploaded by the crew, or drawn by whoever draws now. */
export function createTargets({ inference, store, pictures, manifest }: TargetParts): GameDeps['targets'] {
  /** Asked before anything is kept: a target that cannot be compared with is none. */
  function endpoint(): LiveEndpoint {
    const current = inference.current()
    if (!current) throw new GameError('inference-away')
    return current
  }
  return {
    bundle: { id: manifest.id, calibration: manifest.calibration.knots, harmless: manifest.harmless },
    async upload(dataUrl) {
      const { embeds } = endpoint()
      const saved = await pictures.save(dataUrl)
      const bytes = await store.read(saved.hash)
      const embedding = await orAway(embeds.embedImage(bytes, 'image/png'))
      return { ...saved, embedding: embeddingToBytes(embedding), prompt: null }
    },
    async draw(wanted, roundSeed) {
      const options = { prompt: wanted ?? undefined, noiseSeed: roundSeed }
      const { png, width, height, prompt, embedding } = await orAway(drawTarget(endpoint(), options))
      return { hash: await store.write(png), width, height, prompt, embedding: embeddingToBytes(embedding) }
    },
  }
}

const away = [InferenceBusy, InferenceDeadline, InferenceRefused, InferenceUnavailable, NotPng]

/** Whatever is wrong with who draws, the crew can only wait and try again, or look at the server. */
async function orAway<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw away.some(kind => error instanceof kind) ? new GameError('inference-away') : error
  }
}

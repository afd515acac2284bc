import { languageSchema } from '@dabble/api'
import type { BundleManifest } from '@dabble/ml/bundle'
import type { Db } from '../db/open.ts'
import { write } from '../db/write.ts'
import { createContest } from '../game/contest.ts'
import { createRound, type NewRound, playDefaults } from '../game/round.ts'
import { embeddingToBytes } from '../inference/embedding.ts'
import type { LiveEndpoint } from '../inference/inference.ts'
import type { PictureStore } from '../pictures/store.ts'
import { drawTarget, randomSeed } from './target.ts'

const title = { en: 'The duck and the swan', ko: '오리와 백조' }

export interface FirstRoundParts {
  db: Db
  store: PictureStore
  manifest: BundleManifest
  endpoint: LiveEndpoint
  now: number
  /** Differences from the defaults, for tests and benches. */
  rules?: Partial<Pick<NewRound, 'captcha' | 'minGapMs' | 'burst' | 'burstWindowMs'>>
  candidates?: number
}

/**
 * Draws a target and opens the duck-and-swan round on it. The database learns of it last and all at once, so a start that is
 * killed half-way is simply begun again.
 */
export async function createFirstRound(parts: FirstRoundParts): Promise<void> {
  const { db, store, manifest, endpoint, now, rules, candidates } = parts
  const noiseSeed = randomSeed()
  const target = await drawTarget(endpoint, { noiseSeed, candidates })
  const targetHash = await store.write(target.png)
  const languages = languageSchema.options.filter(language => manifest.languages.includes(language))

  write(db, () => {
    const contest = createContest(
      db,
      {
        name: 'Dabble',
        languages: languages.length ? languages : [...languageSchema.options],
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      now,
    )
    createRound(
      db,
      {
        ...playDefaults,
        ...rules,
        title,
        contestId: contest.id,
        state: 'open',
        targetHash,
        targetWidth: target.width,
        targetHeight: target.height,
        targetEmbedding: embeddingToBytes(target.embedding),
        targetPrompt: target.prompt,
        noiseSeed,
        bundleId: manifest.id,
        calibration: manifest.calibration.knots,
        screening: !manifest.harmless,
      },
      now,
    )
  })
}

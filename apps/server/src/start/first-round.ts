import { randomInt } from 'node:crypto'
import { languageSchema } from '@dabble/api'
import type { BundleManifest } from '@dabble/ml/bundle'
import type { Db } from '../db/open.ts'
import { write } from '../db/write.ts'
import { createContest } from '../game/contest.ts'
import { createRound, type NewRound } from '../game/round.ts'
import { cosine, embeddingToBytes } from '../inference/embedding.ts'
import type { LiveEndpoint } from '../inference/inference.ts'
import { pngSize } from '../pictures/png-size.ts'
import type { PictureStore } from '../pictures/store.ts'
import { composeTargetPrompt } from './target-prompt.ts'

/** How a round is played until somebody decides otherwise. */
const defaults = {
  title: { en: 'The duck and the swan', ko: '오리와 백조' },
  captcha: 'cadence',
  minGapMs: 1_500,
  burst: 12,
  burstWindowMs: 60_000,
} as const satisfies Partial<NewRound>

/** Of so many drawings the target is the one that shows its prompt best. */
const candidates = 4

export interface FirstRoundParts {
  db: Db
  store: PictureStore
  manifest: BundleManifest
  endpoint: LiveEndpoint
  now: number
  /** Differences from the defaults, for tests and benches. */
  rules?: Partial<Pick<NewRound, 'captcha' | 'minGapMs' | 'burst' | 'burstWindowMs'>>
}

/**
 * Draws a target and opens the duck-and-swan round on it. The database learns of it last and all at once, so a start that is
 * killed half-way is simply begun again.
 */
export async function createFirstRound({ db, store, manifest, endpoint, now, rules }: FirstRoundParts): Promise<void> {
  // The target's noise is another than the round's: whoever guesses the prompt still does not get the picture.
  const noiseSeed = randomSeed()
  const target = await drawTarget(endpoint, noiseSeed)
  const targetHash = await store.write(target.png)
  const size = pngSize(target.png)
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
        ...defaults,
        ...rules,
        contestId: contest.id,
        state: 'open',
        targetHash,
        targetWidth: size.width,
        targetHeight: size.height,
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

const randomSeed = () => randomInt(2 ** 32)

async function drawTarget({ draws, embeds }: LiveEndpoint, roundSeed: number) {
  const prompt = composeTargetPrompt()
  const meant = await embeds.embedText(prompt)
  let best: { prompt: string; png: Buffer; embedding: Float32Array; likeness: number } | null = null
  for (let drawn = 0; drawn < candidates; drawn += 1) {
    let seed = randomSeed()
    while (seed === roundSeed) seed = randomSeed()
    const { png } = await draws.generate({ prompt, seed })
    const embedding = await embeds.embedImage(png, 'image/png')
    const likeness = cosine(embedding, meant)
    if (!best || likeness > best.likeness) best = { prompt, png, embedding, likeness }
  }
  return best as NonNullable<typeof best>
}

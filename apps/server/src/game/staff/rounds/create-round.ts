import { randomInt } from 'node:crypto'
import type { Language } from '@dabble/api'
import type { Db } from '../../../db/open.ts'
import { write } from '../../../db/write.ts'
import { record } from '../../audit.ts'
import type { GameDeps, NewTarget } from '../../game.ts'
import { createRound, playDefaults, type Round } from '../../round.ts'
import type { WantedWindow } from './set-windows.ts'

/** One starting noise of 2³² for a round. */
export const newNoiseSeed = (): number => randomInt(2 ** 32)

export interface Draft {
  contestId: string
  title: Record<Language, string>
  windows: WantedWindow[]
  target: NewTarget
  noiseSeed: number
  bundle: GameDeps['targets']['bundle']
  author: string
}

/** A round that nobody can play yet, pinned to a bundle and its calibration. */
export function createDraft(db: Db, { target, bundle, windows, author, ...draft }: Draft, now: number): Round {
  return write(db, tx => {
    const created = createRound(
      db,
      {
        ...playDefaults,
        ...draft,
        state: 'draft',
        targetHash: target.hash,
        targetWidth: target.width,
        targetHeight: target.height,
        targetEmbedding: target.embedding,
        targetPrompt: target.prompt,
        bundleId: bundle.id,
        calibration: bundle.calibration,
        screening: !bundle.harmless,
        windows: windows.map(({ name, opensAt, closesAt }) => ({ name, opensAt, closesAt })),
      },
      now,
    )
    record(tx, { at: now, author, action: 'round.create', subject: created.id, reason: '' })
    return created
  })
}

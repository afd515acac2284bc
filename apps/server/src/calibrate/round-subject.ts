import type { BundleManifest } from '@dabble/ml/bundle'
import { desc, eq } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { round } from '../db/schema.ts'
import { currentRound, type Round, roundOf } from '../game/round.ts'
import { embeddingFromBytes } from '../inference/embedding.ts'
import { StartError } from '../start/start-error.ts'
import { type Drawing, planRound } from './plan.ts'

export interface RoundOrder {
  /** Its id; null for the draft there is, or else the round that is being played. */
  round: string | null
  prompts: string[]
  pictures: number
  apply: boolean
}

export interface RoundSubject {
  round: Round
  plan: Drawing[]
  target: Float32Array
}

const nameOf = ({ title, id }: Round) => `"${title.en}" (${id})`

/** What is to be drawn for a round. @throws {StartError} where it cannot be calibrated, before anything is drawn. */
export function roundSubject(db: Queries, manifest: BundleManifest, order: RoundOrder): RoundSubject {
  const chosen = chooseRound(db, order.round)
  if (order.apply) requireDraft(chosen)
  if (chosen.bundleId !== manifest.id) {
    throw new StartError(
      `The round ${nameOf(chosen)} belongs to the bundle ${chosen.bundleId}, but ${manifest.dir} is ${manifest.id}. ` +
        'Set DABBLE_BUNDLE to the folder of the first.',
    )
  }
  return {
    round: chosen,
    target: embeddingFromBytes(chosen.targetEmbedding),
    plan: planRound({ ...order, prompts: promptsFor(chosen, order.prompts), ...chosen, languages: manifest.languages }),
  }
}

/** People have been told scores by it. */
function requireDraft(chosen: Round): void {
  if (chosen.state === 'draft') return
  throw new StartError(
    `The round ${nameOf(chosen)} is ${chosen.state}, and its calibration was pinned when it opened. ` +
      'Make a new round and calibrate that while it is a draft.',
  )
}

function chooseRound(db: Queries, id: string | null): Round {
  if (id) {
    const wanted = roundOf(db, id)
    if (!wanted) throw new StartError(`There is no round ${id}. Leave --round out to see which there are.`)
    return wanted
  }
  const drafts = db.select().from(round).where(eq(round.state, 'draft')).orderBy(desc(round.createdAt)).all()
  if (drafts.length > 1)
    throw new StartError(`There are several drafts; choose one with --round: ${drafts.map(nameOf).join(', ')}.`)
  const only = drafts[0] ?? currentRound(db)
  if (!only) throw new StartError('There is no round yet. Make one, or calibrate the bundle itself: --bundle')
  return only
}

/** A target that was drawn is known by its prompt, which stays secret; one that was uploaded is not. */
function promptsFor({ targetPrompt, ...chosen }: Round, prompts: string[]): string[] {
  if (targetPrompt !== null) {
    if (prompts.length > 0) throw new StartError("The target's own prompt is known. Leave --prompt out.")
    return [targetPrompt]
  }
  if (prompts.length > 0) return prompts
  throw new StartError(
    `The target of ${nameOf({ targetPrompt, ...chosen })} was uploaded, so nobody knows a prompt for it. ` +
      'Say what a good player would type: --prompt "a duck and a swan on a lake", also more than once.',
  )
}

import { setTimeout as delay } from 'node:timers/promises'
import { InferenceBusy } from '@dabble/ml/client'
import type { LiveEndpoint } from '../inference/inference.ts'
import type { Drawing } from './plan.ts'
import type { Drawn } from './similarities.ts'

export interface DrawPlanParts {
  /** Who draws next; null while nobody can. */
  current(): LiveEndpoint | null
  /** Pictures at the same time. */
  places: number
  signal: AbortSignal
  onDrawn(): void
}

/** A large model on a slow machine takes its time, and nobody is waiting. */
const deadlineMs = 600_000

/** Nobody can draw any more. */
export class NobodyDraws extends Error {
  override readonly name = 'NobodyDraws'
}

/** Draws and embeds everything, in order of the plan. The first failure ends it. @throws what the endpoints do; NobodyDraws. */
export async function drawPlan(plan: readonly Drawing[], parts: DrawPlanParts): Promise<Drawn[]> {
  const { current, places, onDrawn } = parts
  const failed = new AbortController()
  const signal = AbortSignal.any([parts.signal, failed.signal])
  const drawn: Drawn[] = []
  let next = 0

  async function lane() {
    for (let i = next++; i < plan.length; i = next++) {
      const { kind, group, ...drawing } = plan[i] as Drawing
      drawn[i] = { kind, group, embedding: await embeddingOf(drawing) }
      onDrawn()
    }
  }

  async function embeddingOf({ prompt, seed }: Pick<Drawing, 'prompt' | 'seed'>): Promise<Float32Array> {
    for (;;) {
      signal.throwIfAborted()
      const live = current()
      if (!live) throw new NobodyDraws()
      try {
        const { png } = await live.draws.generate({ prompt, seed, signal, deadlineMs })
        return await live.embeds.embedImage(png, 'image/png', { signal, deadlineMs })
      } catch (error) {
        if (!(error instanceof InferenceBusy)) throw error
        await delay(error.retryAfterMs, undefined, { signal })
      }
    }
  }

  await Promise.all(
    Array.from({ length: Math.max(1, places) }, () =>
      lane().catch(error => {
        failed.abort(error)
        throw error
      }),
    ),
  )
  return drawn
}

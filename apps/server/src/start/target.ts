import { randomInt } from 'node:crypto'
import { cosine } from '../inference/embedding.ts'
import type { LiveEndpoint } from '../inference/inference.ts'
import { pngSize } from '../pictures/png-size.ts'
import { composeTargetPrompt } from './target-prompt.ts'

export interface Target {
  prompt: string
  png: Buffer
  width: number
  height: number
  embedding: Float32Array
}

export interface TargetOptions {
  /** One put together at random where none is given. */
  prompt?: string
  /** The round's: the target gets another one, so that whoever guesses its prompt still does not get the picture. */
  noiseSeed: number
  /** The target is the one of so many drawings that shows its prompt best. */
  candidates?: number
}

/** No further candidate is begun after that: a machine, or a server elsewhere, may be slow. */
const patienceMs = 8_000
const deadlineMs = 60_000

export const randomSeed = (): number => randomInt(2 ** 32)

/** Draws a target. @throws what the endpoint does. */
export async function drawTarget({ draws, embeds }: LiveEndpoint, options: TargetOptions): Promise<Target> {
  const { prompt = composeTargetPrompt(), noiseSeed, candidates = 12 } = options
  const began = performance.now()
  const meant = await embeds.embedText(prompt, { deadlineMs })
  let best: (Target & { likeness: number }) | null = null
  for (let drawn = 0; !best || (drawn < candidates && performance.now() - began < patienceMs); drawn += 1) {
    let seed = randomSeed()
    while (seed === noiseSeed) seed = randomSeed()
    const { png } = await draws.generate({ prompt, seed, deadlineMs })
    const embedding = await embeds.embedImage(png, 'image/png', { deadlineMs })
    const likeness = cosine(embedding, meant)
    if (!best || likeness > best.likeness) best = { prompt, png, ...pngSize(png), embedding, likeness }
  }
  return best
}

import { everydayPrompts } from '@dabble/ml/calibration'

/** One picture to draw, and what for. */
export interface Drawing {
  kind: 'mismatch' | 'same'
  prompt: string
  seed: number
  /** Pictures of one prompt; compared with each other where there is no target. */
  group: number
}

export interface RoundPlan {
  pictures: number
  /** The bundle's. */
  languages: readonly string[]
  /** Of the target, or what comes near it. */
  prompts: readonly string[]
  noiseSeed: number
}

const seeds = 2 ** 32
const picturesOfAPrompt = 4

/** A third tells what the target's prompt reaches, the rest what a miss is worth. */
const shares = (pictures: number) => {
  const same = Math.round(pictures / 3)
  return { same, mismatch: pictures - same }
}

/**
 * For a round: misses in its own noise, as its players will have; the target's prompt in noises that follow it, of which none is
 * the target's, but for one chance in four thousand million.
 */
export function planRound({ pictures, languages, prompts, noiseSeed }: RoundPlan): Drawing[] {
  const { same, mismatch } = shares(pictures)
  const noise = (i: number) => (noiseSeed + i) % seeds
  const hits = Array.from({ length: same }, (_, i) => ({
    kind: 'same' as const,
    prompt: prompts[i % prompts.length] as string,
    seed: noise(1 + Math.floor(i / prompts.length)),
    group: 0,
  }))
  return [...hits, ...misses(languages, prompts, mismatch, noise)]
}

/** For a bundle: several targets, each drawn in several noises. `target(i)` is the prompt of the i-th. */
export function planBundle(pictures: number, languages: readonly string[], target: (i: number) => string): Drawing[] {
  const groups = Math.max(1, Math.round(shares(pictures).same / picturesOfAPrompt))
  const prompts = Array.from({ length: groups }, (_, i) => target(i))
  const hits = prompts.flatMap((prompt, group) =>
    Array.from({ length: picturesOfAPrompt }, (_, i) => ({
      kind: 'same' as const,
      prompt,
      seed: group * picturesOfAPrompt + i,
      group,
    })),
  )
  return [...hits, ...misses(languages, prompts, pictures - hits.length, i => hits.length + i)]
}

/** Each prompt in the first noise before any is drawn in the next. */
function misses(
  languages: readonly string[],
  targets: readonly string[],
  count: number,
  noise: (i: number) => number,
): Drawing[] {
  const plain = (prompt: string) => prompt.trim().toLowerCase()
  const taken = new Set(targets.map(plain))
  const prompts = everydayPrompts(languages).filter(prompt => !taken.has(plain(prompt)))
  return Array.from({ length: count }, (_, i) => ({
    kind: 'mismatch',
    prompt: prompts[i % prompts.length] as string,
    seed: noise(Math.floor(i / prompts.length)),
    group: 0,
  }))
}

import type { Timings } from '@dabble/ml/client'
import { everydayPrompts } from '../../packages/ml/src/calibration/everyday-prompts.ts'
import { median, rounded } from '../ml/times.ts'
import { callers, type Figures } from './callers.ts'
import type { Sidecar } from './sidecar.ts'

const prompts = everydayPrompts(['en'])

export type PictureFigures = Figures & {
  /** Pictures that the sidecar drew at once, on average. */
  mean_batch: number
  /** Medians of what the sidecar says each stage took, for the whole batch; a stage's figure includes the wait for nothing else. */
  server: Timings
}

/** Drawing through HTTP, every call another prompt and noise, each answer a PNG. */
export async function measurePictures({ client, metrics }: Sidecar, count: number, turns: number) {
  const timings: Timings[] = []
  const before = await batchesOf(metrics)
  const figures = await callers(count, turns, async id => {
    const prompt = `${prompts[id % prompts.length]}, ${id}`
    timings.push((await client.generate({ prompt, seed: id, deadlineMs: 300_000 })).timings)
  })
  const after = await batchesOf(metrics)
  return {
    ...figures,
    mean_batch: rounded((after.pictures - before.pictures) / (after.batches - before.batches)),
    server: mediansOf(timings),
  } satisfies PictureFigures
}

/** What the sidecar's own histogram of batch sizes has counted. */
async function batchesOf(metrics: Sidecar['metrics']) {
  const text = await metrics()
  const value = (name: string) => Number(new RegExp(`^dabble_ml_batch_size_${name} (\\S+)$`, 'm').exec(text)?.[1] ?? 0)
  return { pictures: value('sum'), batches: value('count') }
}

function mediansOf(timings: readonly Timings[]): Timings {
  const names = Object.keys(timings[0] ?? {}) as (keyof Timings)[]
  return Object.fromEntries(names.map(name => [name, rounded(median(timings.map(own => own[name] ?? 0)))]))
}

import type { Pipeline } from '@dabble/ml/pipeline'
import { type BareRun, bareRuns, type Stage } from './bare-runs.ts'
import { createStages, requestsOf, type StageTimes } from './stages.ts'
import { median, rounded, timed } from './times.ts'

/** Batches, after those that warm up. */
export type Turns = { warmUp: number; measured: number }

/** Everything of one batch size: stage by stage, whole, and the graphs alone, in turn, so that a busy machine slows all alike. */
export async function measureBatch(pipeline: Pipeline, batch: number, { warmUp, measured }: Turns) {
  const requests = requestsOf(batch)
  const stages = createStages(pipeline, batch)
  const whole = async () => {
    for (const drawn of await pipeline.drawBatch(requests)) {
      if (drawn.status === 'rejected') throw drawn.reason
      await pipeline.embedPicture(drawn.value.picture)
    }
  }
  const bare = await bareRuns(pipeline, whole)
  const turns: { stages: StageTimes; whole: number; bare: Record<Stage, number> }[] = []
  for (let turn = 0; turn < warmUp + measured; turn++)
    turns.push({ stages: await stages(), whole: (await timed(whole)).ms, bare: await runAgain(bare) })
  return summary(batch, turns.slice(warmUp))
}

async function runAgain(runs: readonly BareRun[]): Promise<Record<Stage, number>> {
  const ms = { text: 0, denoise: 0, decode: 0, clip: 0 }
  for (const { stage, again } of runs) ms[stage] += (await timed(again)).ms
  return ms
}

function summary(batch: number, turns: { stages: StageTimes; whole: number; bare: Record<Stage, number> }[]) {
  const stage = (name: Exclude<keyof StageTimes, 'steps'>) => rounded(median(turns.map(({ stages }) => stages[name])))
  const bare = (name: Stage) => rounded(median(turns.map(turn => turn.bare[name])))
  const total = ({ text, denoise, decode, clip }: Record<Stage, number>) => text + denoise + decode + clip
  const wholeMs = median(turns.map(turn => turn.whole))
  const bareMs = median(turns.map(turn => total(turn.bare)))
  const steps = turns[0]?.stages.steps ?? []
  return {
    batch,
    tokenize_ms: stage('tokenize'),
    text_ms: stage('text'),
    step_ms: steps.map((_, i) => rounded(median(turns.map(({ stages }) => stages.steps[i] as number)))),
    decode_ms: stage('decode'),
    to_8_bits_ms: stage('to8Bits'),
    encode_png_ms: stage('encode'),
    clip_preprocess_ms: stage('preprocess'),
    clip_ms: stage('clip'),
    whole_ms: rounded(wholeMs),
    bare_text_ms: bare('text'),
    bare_steps_ms: bare('denoise'),
    bare_decode_ms: bare('decode'),
    bare_clip_ms: bare('clip'),
    bare_ms: rounded(bareMs),
    // Of each turn, then the middle one: both sides of a turn saw the same machine.
    ratio: rounded(median(turns.map(turn => turn.whole / total(turn.bare)))),
    pictures_per_s: rounded((1000 * batch) / wholeMs),
  }
}

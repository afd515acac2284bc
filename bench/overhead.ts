import { pocketDir, verifyBundle } from '@dabble/ml/bundle'
import { createPipeline } from '@dabble/ml/pipeline'
import { bareRuns } from './ml/bare-runs.ts'
import { median, timed } from './ml/times.ts'

export type Overhead = {
  /** Median of one scored picture through the pipeline: text, steps, decoding, PNG, and the PNG's embedding. */
  pipelineMs: number
  /** Median of the ONNX sessions' runs alone for the same work, on tensors made beforehand. */
  bareMs: number
  ratio: number
}

const runs = 15

/** `overhead_ratio`: pipeline time over the bare ONNX sessions' time for the same work. Goal: at most 1.10. */
export async function run(): Promise<Record<string, number>> {
  const { pipelineMs, bareMs, ratio } = await measureOverhead()
  return { pipeline_ms: pipelineMs, bare_ms: bareMs, overhead_ratio: ratio }
}

/** What the pipeline adds to its models. Both sides run on the same sessions, taking turns, so that a busy machine slows both. */
export async function measureOverhead(): Promise<Overhead> {
  const pipeline = await createPipeline(await verifyBundle(pocketDir), { provider: 'cpu', threads: 1 })
  const whole = async () => {
    const { picture } = await pipeline.draw({ prompt: 'a duck and a swan on a lake', seed: 1 })
    await pipeline.embedPicture(picture)
  }
  const models = await bareRuns(pipeline, whole)
  const bare = async () => {
    for (const { again } of models) await again()
  }
  const times = { whole: [] as number[], bare: [] as number[] }
  for (let i = 0; i < runs + 2; i++) {
    times.whole.push((await timed(whole)).ms)
    times.bare.push((await timed(bare)).ms)
  }
  // The first two turns warm up.
  const [pipelineMs, bareMs] = [median(times.whole.slice(2)), median(times.bare.slice(2))]
  return { pipelineMs, bareMs, ratio: pipelineMs / bareMs }
}

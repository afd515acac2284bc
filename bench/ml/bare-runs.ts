import type { Pipeline } from '@dabble/ml/pipeline'
import { partsOf } from './parts.ts'
import { timed } from './times.ts'

export type Stage = 'text' | 'denoise' | 'decode' | 'clip'
type Graph = Pipeline['vision']

/** A run of a graph that can be had again, with the very tensors of the first time. */
export type BareRun = { stage: Stage; again: () => Promise<unknown> }

/**
 * Does the work once and notes every run of a graph in it, in order: the same runs again are what the models alone take, whatever
 * kind of pipeline it is.
 */
export async function bareRuns(pipeline: Pipeline, work: () => Promise<unknown>): Promise<BareRun[]> {
  const diffusion = partsOf(pipeline)
  const graphs: [Stage, Graph][] = [
    ...diffusion.text.encoders.map((encoder): [Stage, Graph] => ['text', encoder]),
    ['denoise', diffusion.unet],
    ['decode', diffusion.decoder.graph],
    ['clip', pipeline.vision],
  ]
  const runs: BareRun[] = []
  const originals = graphs.map(([stage, graph]) => {
    const { run } = graph
    graph.run = (...feeds) => {
      runs.push({ stage, again: () => run(...feeds) })
      return run(...feeds)
    }
    return () => {
      graph.run = run
    }
  })
  try {
    await work()
    return runs
  } finally {
    for (const putBack of originals) putBack()
  }
}

/** Milliseconds that a graph runs while the work is done. */
export async function timeInGraph(graph: Graph, work: () => Promise<unknown>): Promise<number> {
  const { run } = graph
  let total = 0
  graph.run = async (...feeds) => {
    const { ms, result } = await timed(() => run(...feeds))
    total += ms
    return result
  }
  try {
    await work()
    return total
  } finally {
    graph.run = run
  }
}

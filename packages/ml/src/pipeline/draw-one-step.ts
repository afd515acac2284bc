import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { BundleError, type BundleManifest } from '../bundle/index.ts'
import { noiseSource } from '../noise.ts'
import { type OnnxOptions, openGraph } from '../onnx.ts'
import { createClipTokenizer } from '../tokenizer/index.ts'
import type { DrawBatch, Drawing, DrawRequest, Stage } from './drawing.ts'
import { pixelOutputs, runToPixels } from './fused-pixels.ts'
import { concat, product, rowRunner } from './rows.ts'
import { encodeAll, settled, throwIfAllAborted } from './settled.ts'
import { createStopwatch } from './stopwatch.ts'
import { tokenRows } from './text/conditioning.ts'

/**
 * Draws by a graph of the whole pipeline (packages/ml/src/fuse/one-step.ts), which takes ids and noise and answers with pictures: no
 * other graph of the pipeline is opened. Its time counts as `denoise`. Throws BundleError.
 */
export async function openOneStep({ dir }: BundleManifest, path: string, options: OnnxOptions): Promise<DrawBatch> {
  const graph = await openGraph(
    join(dir, path),
    { inputs: ['input_ids', 'noise'], optional: ['input_ids_2'], outputs: pixelOutputs },
    options,
  )
  const latentShape = graph.inputShape('noise').slice(1).map(Number)
  if (!latentShape.every(Number.isInteger)) throw new BundleError(`${graph.path}: the size of its pictures is open.`)
  const tokenizers = graph.inputs
    .filter(name => name !== 'noise')
    .map(name => ({ name, tokenizer: createClipTokenizer(join(dir, name.replace('input_ids', 'tokenizer'))) }))

  async function draw(requests: readonly DrawRequest[], onDrawn?: () => void): Promise<Drawing[]> {
    const stopwatch = createStopwatch<Stage>()
    const runner = rowRunner(graph, 'noise', requests.length)
    const prompts = requests.map(({ prompt }) => prompt)
    const texts = tokenizers.map(({ name, tokenizer }) => {
      const { ids, shape } = tokenRows(tokenizer, prompts)
      return [name, runner.tensors(name, ids, shape)]
    })
    stopwatch.lap('text')
    const noise = concat(requests.map(({ seed }) => noiseSource(seed)(product(latentShape))))
    const feeds = { ...Object.fromEntries(texts), noise: runner.tensors('noise', noise, latentShape) }
    await turn()
    throwIfAllAborted(requests)
    const pictures = await runToPixels(runner, feeds, requests.length)
    stopwatch.lap('denoise')
    stopwatch.lap('decode')
    onDrawn?.()
    const files = await encodeAll(pictures, requests)
    stopwatch.lap('encode')
    return files.map(picture => ({ picture, seconds: stopwatch.seconds }))
  }

  return settled(draw)
}

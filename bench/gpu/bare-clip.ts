import { type OnnxOptions, openGraph } from '../../packages/ml/src/onnx.ts'
import { median, rounded, timed } from '../ml/times.ts'

/** The vision graph alone in batches, on tensors made beforehand: what the card could do if scores were not made one by one. */
export async function measureBareClip(clip: string, options: OnnxOptions, turns: number) {
  const vision = await openGraph(
    `${clip}/onnx/vision_model.onnx`,
    { inputs: ['pixel_values'], outputs: ['image_embeds'] },
    options,
  )
  const figures = []
  for (const batch of [1, 8, 32]) {
    const [, ...frame] = vision.inputShape('pixel_values') as [unknown, ...number[]]
    const values = Float32Array.from({ length: frame.reduce((a, b) => a * b, batch) }, (_, i) => Math.sin(i))
    const feeds = { pixel_values: vision.tensor('pixel_values', values, [batch, ...frame]) }
    const times: number[] = []
    for (let turn = 0; turn < turns + 3; turn++) times.push((await timed(() => vision.run(feeds))).ms)
    const p50 = median(times.slice(3))
    figures.push({ batch, p50_ms: rounded(p50), per_s: rounded((1000 * batch) / p50) })
  }
  return figures
}

import { pocketDir, verifyBundle } from '@dabble/ml/bundle'
import { createPipeline, type Pipeline } from '@dabble/ml/pipeline'

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
  const bare = bareSessions(pipeline)
  const times = { whole: [] as number[], bare: [] as number[] }
  for (let i = 0; i < runs + 2; i++) {
    times.whole.push(await milliseconds(whole))
    times.bare.push(await milliseconds(bare))
  }
  // The first two turns warm up.
  const [pipelineMs, bareMs] = [median(times.whole.slice(2)), median(times.bare.slice(2))]
  return { pipelineMs, bareMs, ratio: pipelineMs / bareMs }
}

/** The sessions' own calls for one scored picture: text, as many steps of a guided pair, decoder, CLIP. */
function bareSessions({ diffusion, vision, manifest }: Pipeline): () => Promise<void> {
  const { text, unet } = diffusion
  const [textEncoder] = text.encoders as [typeof unet]
  const decoder = diffusion.decoder.graph
  const ones = (graph: typeof unet, name: string, batch: number) => {
    const dims = [batch, ...(graph.inputShape(name).slice(1) as number[])]
    const length = dims.reduce((product, n) => product * n)
    return graph.tensor(
      name,
      name === 'input_ids' ? new Int32Array(length).fill(1) : new Float32Array(length).fill(1),
      dims,
    )
  }
  const inputs = {
    text: { input_ids: ones(textEncoder, 'input_ids', 1) },
    step: {
      sample: ones(unet, 'sample', 2),
      timestep: ones(unet, 'timestep', 2),
      encoder_hidden_states: ones(unet, 'encoder_hidden_states', 2),
      encoder_attention_mask: ones(unet, 'encoder_attention_mask', 2),
    },
    decode: { latent_sample: ones(decoder, 'latent_sample', 1) },
    embed: { pixel_values: ones(vision, 'pixel_values', 1) },
  }
  return async () => {
    await textEncoder.run(inputs.text)
    for (let step = 0; step < manifest.steps; step++) await unet.run(inputs.step)
    await decoder.run(inputs.decode)
    await vision.run(inputs.embed)
  }
}

async function milliseconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] as number

import { BundleError, type BundleManifest, preprocessorFile, readJson } from '../bundle/index.ts'
import { pixelValues } from '../image/preprocess.ts'
import { type Graph, type OnnxOptions, openGraph } from '../onnx.ts'
import { type Diffusion, openDiffusion } from './diffusion.ts'
import { createDrawBatch } from './draw-batch.ts'
import type { DrawBatch, Drawing, DrawRequest } from './drawing.ts'
import { normalise } from './normalise.ts'

export type { Decoder } from './decoder.ts'
export { type Diffusion, openDiffusion } from './diffusion.ts'
export { createDrawBatch } from './draw-batch.ts'
export type { DrawBatch, Drawing, DrawRequest, DrawSettings, PartialPicture, Stage } from './drawing.ts'
export type { Conditioning } from './text/index.ts'

export type Pipeline = {
  manifest: BundleManifest
  /** The open graphs; a bench runs them bare. */
  diffusion: Diffusion
  vision: Graph
  /** One picture. The same prompt and seed give the same picture, to one 8-bit level, on every machine. */
  draw(request: DrawRequest): Promise<Drawing>
  /** Several, each as it would be drawn alone, to one 8-bit level. */
  drawBatch: DrawBatch
  /** L2-normalised. One picture a call: batches of other sizes may differ in the last bits. Throws ImageError. */
  embedPicture(bytes: Uint8Array): Promise<Float32Array>
  /** L2-normalised, comparable with pictures'. */
  embedText(text: string): Promise<Float32Array>
}

/**
 * Opens the graphs of a bundle and runs each once, so that the first player waits no longer than the others.
 * Throws BundleError.
 */
export async function createPipeline(manifest: BundleManifest, options: OnnxOptions): Promise<Pipeline> {
  const { dir, decoder = 'vae_decoder' } = manifest
  const preprocessor = readJson(dir, 'clip/preprocessor_config.json', preprocessorFile)
  const diffusion = await openDiffusion(dir, decoder, options)
  const vision = await openGraph(
    `${dir}/clip/onnx/vision_model.onnx`,
    { inputs: ['pixel_values'], outputs: ['image_embeds'] },
    options,
  )
  const drawBatch = await createDrawBatch(diffusion, manifest)

  async function embedPicture(bytes: Uint8Array): Promise<Float32Array> {
    const { height, width } = preprocessor.size
    const values = vision.tensor('pixel_values', await pixelValues(bytes, preprocessor), [1, 3, height, width])
    const { image_embeds } = await vision.run({ pixel_values: values })
    return normalise(image_embeds?.data as Float32Array)
  }

  async function embedText(text: string): Promise<Float32Array> {
    return normalise((await diffusion.text.embed?.(text)) as Float32Array)
  }

  const drawOneStep = await createDrawBatch(diffusion, { ...manifest, steps: 1 })
  const warm = await single(drawOneStep)({ prompt: '', seed: 0 })
  const { length } = await embedPicture(warm.picture)
  if (length !== manifest.embedding.dimensions)
    throw new BundleError(`Bundle ${dir}: embeddings have ${length} dimensions, bundle.json says otherwise.`)

  return { manifest, diffusion, vision, draw: single(drawBatch), drawBatch, embedPicture, embedText }
}

/** A batch of one. */
const single = (drawBatch: DrawBatch) => async (request: DrawRequest) => {
  const [drawn] = await drawBatch([request])
  if (drawn?.status !== 'fulfilled') throw drawn?.reason
  return drawn.value
}

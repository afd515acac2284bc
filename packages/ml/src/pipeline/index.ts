import { join } from 'node:path'
import { BundleError, type BundleManifest } from '../bundle/index.ts'
import { type Clip, normalise, openClip } from '../clip/index.ts'
import { bundleError, type OnnxOptions } from '../onnx.ts'
import { type BatchSize, batchSizes } from './batch-sizes.ts'
import { type Diffusion, openDiffusion } from './diffusion.ts'
import { createDrawBatch } from './draw-batch.ts'
import { openOneStep } from './draw-one-step.ts'
import type { DrawBatch, Drawing, DrawRequest } from './drawing.ts'

export type { Decoder } from './decoder.ts'
export { type Diffusion, openDiffusion } from './diffusion.ts'
export { createDrawBatch } from './draw-batch.ts'
export type { DrawBatch, Drawing, DrawRequest, DrawSettings, PartialPicture, Stage } from './drawing.ts'
export type { Conditioning } from './text/index.ts'

export type Pipeline = {
  manifest: BundleManifest
  /** The open graphs; a bench runs them bare. Not there where one graph does all. */
  diffusion?: Diffusion
  vision: Clip['vision']
  /** One picture. The same prompt and seed give the same picture, to one 8-bit level, on every machine. */
  draw(request: DrawRequest): Promise<Drawing>
  /** Several, each as it would be drawn alone, to one 8-bit level. */
  drawBatch: DrawBatch
  embedPicture: Clip['embedPicture']
  /** By CLIP's own text encoder, or else by the pipeline's where it knows where texts stand among pictures. */
  embedText: Clip['embedText']
}

/**
 * Opens the graphs of a bundle and runs each once in every batch size up to `batch`, so that the first players wait no longer
 * than the others.
 * Throws BundleError.
 */
export async function createPipeline(
  manifest: BundleManifest,
  options: OnnxOptions,
  batch: BatchSize = 1,
): Promise<Pipeline> {
  const { dir, decoder = 'vae_decoder', fused } = manifest
  const diffusion = fused?.oneStep ? undefined : await openDiffusion(dir, decoder, options, fused?.decoder)
  const clip = await openClip(join(dir, 'clip'), options, fusedVision(manifest))
  if (clip.dimensions !== manifest.embedding.dimensions)
    throw new BundleError(`Bundle ${dir}: embeddings have ${clip.dimensions} dimensions, bundle.json says otherwise.`)
  const drawBatch = diffusion
    ? await createDrawBatch(diffusion, manifest)
    : await openOneStep(manifest, fused?.oneStep as string, options)

  const embed = diffusion?.text.embed
  const embedText = clip.embedText ?? (embed && (async (text: string) => normalise(await embed(text))))

  const drawOneStep = diffusion ? await createDrawBatch(diffusion, { ...manifest, steps: 1 }) : drawBatch
  for (const size of batchSizes(batch))
    await many(drawOneStep)(Array(size).fill({ prompt: '', seed: 0 })).catch(error => {
      throw bundleError(error, `Bundle ${dir} opens, but draws nothing`, options)
    })

  const { vision, embedPicture } = clip
  return {
    manifest,
    ...(diffusion && { diffusion }),
    vision,
    draw: single(drawBatch),
    drawBatch,
    embedPicture,
    embedText,
  }
}

const fusedVision = ({ dir, fused, picture }: BundleManifest) =>
  fused?.vision ? { path: join(dir, fused.vision), picture } : undefined

/** All of them, or the reason of the first that was not drawn. */
const many = (drawBatch: DrawBatch) => async (requests: readonly DrawRequest[]) =>
  (await drawBatch(requests)).map(drawn => {
    if (drawn.status === 'rejected') throw drawn.reason
    return drawn.value
  })

/** A batch of one. */
const single = (drawBatch: DrawBatch) => async (request: DrawRequest) => {
  const [drawing] = await many(drawBatch)([request])
  return drawing as Drawing
}

import type { Graph, OnnxOptions } from '../onnx.ts'
import { type FusedVision, openPictureEncoder } from './pictures.ts'
import { openTextEncoder } from './texts.ts'

export { normalise } from './normalise.ts'

/** Pictures and texts in one space: vectors of length 1 (L2), whose dot product is their similarity. */
export type Clip = {
  dimensions: number
  /** One picture (PNG, JPEG, WebP) a call: batches of other sizes may differ in the last bits. Throws ImageError. */
  embedPicture(bytes: Uint8Array): Promise<Float32Array>
  /** Where the folder has a text encoder. */
  embedText: ((text: string) => Promise<Float32Array>) | undefined
  /** The open graph; a bench runs it bare. */
  vision: Graph
}

/**
 * A folder in the layout of transformers' CLIP: preprocessor_config.json, onnx/vision_model.onnx and, for texts, onnx/text_model.onnx
 * with vocab.json and merges.txt. `fused` is a picture encoder that begins with 8-bit pictures of one size. Runs each graph once. Throws BundleError.
 */
export async function openClip(dir: string, options: OnnxOptions, fused?: FusedVision): Promise<Clip> {
  const pictures = await openPictureEncoder(dir, options, fused)
  return { ...pictures, embedText: await openTextEncoder(dir, pictures.dimensions, options) }
}

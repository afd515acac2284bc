import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BundleManifest } from '../bundle/index.ts'
import { readDecoderConfig } from '../pipeline/decoder-config.ts'
import { float32 } from './element-types.ts'
import { createFusion } from './fusion.ts'
import { readPart, typeOf } from './part.ts'
import { addPicture } from './to-pixels.ts'

/** The decoder of a bundle's latents, where it lies and how it wants them scaled. */
export async function readDecoderPart({
  dir,
  decoder: folder = 'vae_decoder',
}: Pick<BundleManifest, 'dir' | 'decoder'>) {
  const part = await readPart(dir, `${folder}/model.onnx`)
  const config = existsSync(join(dir, folder, 'config.json')) ? readDecoderConfig(dir, folder) : undefined
  return { part, factor: config?.factor, scaling: config?.scaling ?? 1, shift: config?.shift ?? 0 }
}

/**
 * The decoder as one graph from latents to 8-bit pictures: `latent_sample` [B, C, H, W] float32, as the scheduler leaves them →
 * `pixels` [B, height, width, 3]. A quarter of the bytes leave the device, and no JavaScript touches a pixel. Throws BundleError.
 */
export async function fuseDecoder(manifest: Pick<BundleManifest, 'dir' | 'decoder'>): Promise<Uint8Array> {
  const { part, ...scaling } = await readDecoderPart(manifest)
  const fusion = createFusion('decoder')
  const { dims } = typeOf(part, 'latent_sample')
  const latents = fusion.input('latent_sample', { type: float32, dims })
  addPicture(fusion, part, latents, scaling, dims[0] ?? 'batch')
  return fusion.build()
}

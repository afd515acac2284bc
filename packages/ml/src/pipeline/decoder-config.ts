import { z } from 'zod'
import { readJson } from '../bundle/index.ts'

/** vae_decoder/config.json or taesd/config.json, by diffusers' names. Statistics of single channels are refused, not ignored. */
const decoderFile = z.object({
  _class_name: z.enum(['AutoencoderKL', 'AutoencoderTiny']),
  block_out_channels: z.array(z.int()).min(1).optional(),
  decoder_block_out_channels: z.array(z.int()).min(1).optional(),
  scaling_factor: z.number().positive().optional(),
  shift_factor: z.number().nullish(),
  latents_mean: z.null().optional(),
  latents_std: z.null().optional(),
})

/** `factor`: pixels of the picture to one of the latents, each way. Latents are divided by `scaling`, then `shift` is added. */
export type DecoderConfig = { factor: number; scaling: number; shift: number }

/** Throws BundleError. */
export function readDecoderConfig(dir: string, folder: string): DecoderConfig {
  const config = readJson(dir, `${folder}/config.json`, decoderFile)
  const blocks = config.block_out_channels ?? config.decoder_block_out_channels ?? []
  // Configurations older than the setting belong to the first Stable Diffusion.
  const scaling = config.scaling_factor ?? (config._class_name === 'AutoencoderKL' ? 0.18215 : 1)
  return { factor: 2 ** (blocks.length - 1), scaling, shift: config.shift_factor ?? 0 }
}

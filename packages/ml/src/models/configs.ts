import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { modelIndexFile } from '../bundle/index.ts'
import { ModelsError } from './models-error.ts'

/** What diffusers and transformers write, as far as defaults depend on it; anything else may stand there too. */
const schemas = {
  'model_index.json': modelIndexFile,
  'scheduler/scheduler_config.json': z.object({
    _class_name: z.string(),
    timestep_spacing: z.string().optional(),
    prediction_type: z.string().optional(),
    rescale_betas_zero_snr: z.boolean().optional(),
  }),
  'unet/config.json': z.object({
    /** Pixels of the latents the denoiser was trained on. */
    sample_size: z.union([z.int().positive(), z.tuple([z.int().positive(), z.int().positive()])]).optional(),
    /** Set where guidance is an input of the denoiser. */
    time_cond_proj_dim: z.int().positive().nullish(),
  }),
  'vae_decoder/config.json': z.object({ block_out_channels: z.array(z.int()).min(1) }),
  // transformers' default is left out by some exporters.
  'clip/config.json': z.object({ projection_dim: z.int().positive().default(512) }),
} as const

export type Configs = { [Path in keyof typeof schemas]: z.infer<(typeof schemas)[Path]> }

/** Reads the configurations of a bundle's folder. Throws ModelsError with a line for each that is missing or cannot be used. */
export async function readConfigs(folder: string): Promise<Configs> {
  const results = await Promise.all(Object.entries(schemas).map(([path, schema]) => readConfig(folder, path, schema)))
  const troubles = results.flatMap(({ trouble }) => trouble ?? [])
  if (troubles.length > 0) throw new ModelsError(troubles.join('\n'))
  return Object.fromEntries(results.map(({ path, data }) => [path, data])) as Configs
}

async function readConfig(folder: string, path: string, schema: z.ZodType) {
  const text = await readFile(join(folder, path), 'utf8').catch(() => null)
  if (text === null)
    return {
      path,
      trouble: `${path} is missing. Export the pipeline again with Optimum, or copy it from the original.`,
    }
  const { data, error } = schema.safeParse(asObject(text))
  const [issue] = error?.issues ?? []
  return issue
    ? { path, trouble: `${path} cannot be used: ${issue.path.join('.') || 'content'}: ${issue.message}.` }
    : { path, data }
}

function asObject(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

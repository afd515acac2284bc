import type { z } from 'zod'
import { type bundleFile, pipelineKind } from '../bundle/index.ts'
import type { Configs } from './configs.ts'

export type Proposal = Omit<z.infer<typeof bundleFile>, 'files'>

/** What somebody wants otherwise. */
export type Wishes = {
  name: string
  licence: string
  description: string
  steps?: number
  guidance?: number
  picture?: { width: number; height: number }
  decoder?: 'taesd'
}

/**
 * bundle.json by what the configurations say, where nothing else is wished. The scores are provisional: images of other things lie
 * around 0.5 in CLIP's space and of the same around 0.9; `dabble calibrate` measures the curve of a round.
 */
export function propose(configs: Configs, wishes: Wishes): Proposal {
  const { steps, guidance } = stepsAndGuidance(configs)
  return {
    format: 1,
    name: wishes.name,
    version: '1',
    description: wishes.description,
    licence: wishes.licence,
    languages: ['en'],
    harmless: false,
    picture: wishes.picture ?? pictureSize(configs),
    steps: wishes.steps ?? steps,
    guidance: wishes.guidance ?? guidance,
    tokenizer: { kind: 'clip' },
    ...(wishes.decoder && { decoder: wishes.decoder }),
    embedding: { dimensions: configs['clip/config.json'].projection_dim },
    calibration: {
      knots: [
        [-1, -300],
        [0.5, 0],
        [0.9, 95],
        [1, 100],
      ],
    },
  }
}

/**
 * How long to draw and how hard to guide: few steps without guidance where a scheduler betrays a distilled model, else what the
 * model cards of Stable Diffusion recommend.
 */
export function stepsAndGuidance(configs: Configs): { steps: number; guidance: number } {
  const scheduler = configs['scheduler/scheduler_config.json']
  if (scheduler._class_name === 'LCMScheduler')
    // With an input for it, guidance is part of the model and costs nothing; 8.5 is the default of diffusers' LCM pipeline.
    return { steps: 4, guidance: configs['unet/config.json'].time_cond_proj_dim ? 8.5 : 1 }
  const { _class_name, timestep_spacing, prediction_type = 'epsilon', rescale_betas_zero_snr = false } = scheduler
  // SD-Turbo and SDXL-Turbo start at the last timestep, which only makes sense with so few steps.
  const distilled = timestep_spacing === 'trailing' && prediction_type === 'epsilon' && !rescale_betas_zero_snr
  if (distilled && /^Euler(Ancestral)?DiscreteScheduler$/.test(_class_name)) return { steps: 1, guidance: 0 }
  return { steps: 25, guidance: pipelineKind(configs['model_index.json']) === 'sdxl' ? 5 : 7.5 }
}

/** What the denoiser was trained on, in pixels; 512 where that is not told. */
function pictureSize(configs: Configs) {
  const { sample_size: size = 64 } = configs['unet/config.json']
  // Each level of the decoder but the first doubles the picture.
  const factor = 2 ** (configs['vae_decoder/config.json'].block_out_channels.length - 1)
  const [height, width] = typeof size === 'number' ? [size, size] : size
  return { width: width * factor, height: height * factor }
}

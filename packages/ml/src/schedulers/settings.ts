import { z } from 'zod'

/** As in Python, null and absent are the default. */
export const setting = <S extends z.ZodType>(schema: S, byDefault: z.output<S>) =>
  schema.nullish().transform((value): z.output<S> => (value ?? byDefault) as z.output<S>)

/** A setting that changes pictures and is not implemented: only the value that leaves it off is taken. */
export const off = (why: string) => setting(z.literal(false, `is not implemented ${why}; only false is`), false)

/** How noise grows over the timesteps of training; all of diffusers' non-flow schedulers have these. */
export const noiseSettings = {
  num_train_timesteps: setting(z.int().min(2).max(100_000), 1000),
  beta_start: setting(z.number().gt(0).lt(1), 0.0001),
  beta_end: setting(z.number().gt(0).lt(1), 0.02),
  beta_schedule: setting(z.enum(['linear', 'scaled_linear', 'squaredcos_cap_v2']), 'linear'),
  trained_betas: setting(z.array(z.number().gt(0).lt(1)).nullable(), null),
  rescale_betas_zero_snr: setting(z.boolean(), false),
  prediction_type: setting(z.enum(['epsilon', 'sample', 'v_prediction']), 'epsilon'),
  steps_offset: setting(z.int().min(0), 0),
}

export const timestepSpacing = z.enum(['linspace', 'leading', 'trailing'])

/** Other ways of choosing noise levels; at most one. */
export const levelSettings = {
  use_karras_sigmas: setting(z.boolean(), false),
  use_exponential_sigmas: setting(z.boolean(), false),
  use_beta_sigmas: setting(z.boolean(), false),
}

/** What keeps the expected picture in range. Dynamic thresholding is for models of pixels, which are not drawn with here. */
export const clipSettings = {
  clip_sample_range: setting(z.number().positive(), 1),
  thresholding: off('(clip_sample is)'),
  /** Of thresholding. */
  dynamic_thresholding_ratio: z.unknown().optional(),
  sample_max_value: z.unknown().optional(),
}

/**
 * Settings of the schedulers that diffusers lets take each other's place. A config that was converted keeps those that its new
 * class does not take, and diffusers passes over them.
 */
const ofOtherSchedulers = [
  'algorithm_type clip_sample clip_sample_range disable_corrector dynamic_thresholding_ratio euler_at_final',
  'final_sigmas_type flow_shift interpolation_type lambda_min_clipped lower_order_final noise_sampler_seed',
  'original_inference_steps predict_x0 rho sample_max_value set_alpha_to_one sigma_data sigma_max sigma_min sigma_schedule',
  'skip_prk_steps solver_order solver_p solver_type thresholding time_shift_type timestep_scaling timestep_type',
  'use_beta_sigmas use_dynamic_shifting use_exponential_sigmas use_flow_sigmas use_karras_sigmas use_lu_lambdas variance_type',
].flatMap(line => line.split(' '))

const passedOver = Object.fromEntries(
  ['_diffusers_version', '_use_default_values', ...ofOtherSchedulers].map(name => [name, z.unknown().optional()]),
)

/** One class's settings. Whatever is not known at all is refused: it might change pictures. */
export const schedulerSettings = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ ...passedOver, ...shape } as Shape, {
    error: issue =>
      issue.code === 'unrecognized_keys' ? `${issue.keys.join(', ')} cannot be followed: unknown` : undefined,
  })

/** Arguments of zod's refine: what must hold between settings, and what to say. */
type Rule<T> = [holds: (config: T) => boolean, issue: { path: string[]; error: string }]

export const betasFit: Rule<{ trained_betas: number[] | null; num_train_timesteps: number }> = [
  ({ trained_betas, num_train_timesteps }) => trained_betas === null || trained_betas.length === num_train_timesteps,
  { path: ['trained_betas'], error: 'must have num_train_timesteps values' },
]

type Levels = { use_karras_sigmas: boolean; use_exponential_sigmas: boolean; use_beta_sigmas: boolean }

export const oneChoiceOfLevels: Rule<Levels> = [
  ({ use_karras_sigmas, use_exponential_sigmas, use_beta_sigmas }) =>
    [use_karras_sigmas, use_exponential_sigmas, use_beta_sigmas].filter(Boolean).length < 2,
  {
    path: ['use_karras_sigmas'],
    error: 'excludes use_exponential_sigmas and use_beta_sigmas, as each of them the others',
  },
]

import { denoise } from '../pipeline/denoise.ts'
import type { Decoder, Diffusion } from '../pipeline/index.ts'
import { createPredict } from '../pipeline/predict.ts'
import type { Conditioning } from '../pipeline/text/index.ts'
import { createScheduler } from '../schedulers/index.ts'
import { comparePictures } from './compare-pictures.ts'
import type { GoldenCase } from './golden-case.ts'
import { offBy } from './off-by.ts'

/** How far a stage is from the reference, as a share of its largest value (pictures: of its pixels). */
export type Finding = { stage: string; error: number; allowed: number }

const exact = 0
const schedule = 1e-5
const schedulerStep = 1e-4
/** Of pixels that are more than one 8-bit level off. */
const pixels = 1e-3
/** Of a single graph, and of latents after a whole loop. */
const toleranceOf = (dtype: string) => (dtype === 'float16' ? { step: 3e-2, loop: 1e-1 } : { step: 1e-4, loop: 1e-3 })

/** The reference's names of what the denoiser is shown. */
const conditioningStages = {
  encoder_hidden_states: 'text_states',
  text_embeds: 'text_embeds',
  time_ids: 'time_ids',
} as const

/**
 * One case through an open pipeline: each graph and each scheduler step alone, from where the reference stood before it; then the
 * whole way from prompt and noise to the picture. `taesd` is the tiny decoder, where the fixtures have one.
 */
export async function compareCase(diffusion: Diffusion, golden: GoldenCase, taesd?: Decoder): Promise<Finding[]> {
  const { text, unet, decoder } = diffusion
  const noise = golden.tensor('initial_noise')
  const [, height = 0, width = 0] = noise.shape
  const picture = { width: width * decoder.factor, height: height * decoder.factor }
  const isHalf = unet.inputType('sample') === 'float16'
  const allowed = toleranceOf(unet.inputType('sample'))

  const findings: Finding[] = []
  const report = (stage: string, error: number, tolerance: number) =>
    findings.push({ stage: isHalf ? `${stage}_fp16` : stage, error, allowed: tolerance })
  const compare = (stage: string, ours: ArrayLike<number>, theirs: ArrayLike<number>, tolerance: number) =>
    report(stage, offBy(ours, theirs), tolerance)

  const scheduler = createScheduler(diffusion.schedule, golden.steps)
  compare('timesteps', Float32Array.from(scheduler.timesteps), golden.timesteps, exact)
  compare('sigmas', scheduler.sigmas ?? [], golden.sigmas ?? [], schedule)
  compare('init_noise_sigma', [scheduler.initNoiseSigma], [golden.init_noise_sigma], schedule)

  compare('token_ids', text.tokenizer.tokenize(golden.prompt).ids, golden.input_ids, exact)
  const [prompted = {}] = await text.encode([golden.prompt], picture)
  const theirs: Conditioning = { ...prompted }
  for (const [name, stage] of Object.entries(conditioningStages)) {
    const expected = golden.find(stage)
    if (!expected) continue
    compare(stage, prompted[name]?.values ?? [], expected.values, stage === 'time_ids' ? exact : allowed.step)
    theirs[name] = expected
  }

  const negative = await text.encodeNegative(golden.negative, picture)
  const options = { negative, guidance: golden.guidance, latentShape: noise.shape }
  const stepNoise = (i: number) => golden.tensor(`step_noise_${i}`).values

  const predict = createPredict(unet, { ...options, text: [theirs] })
  let latents: Float32Array = noise.values.map(x => x * scheduler.initNoiseSigma)
  for (const [i, timestep] of golden.timesteps.entries()) {
    const output = golden.tensor(`model_output_${i}`).values
    const sample = new Float32Array(latents.length)
    scheduler.scaleInput(i, latents, sample)
    compare('model_output', await predict(sample, timestep), output, allowed.step)

    const state = { latents: latents.slice(), expected: new Float32Array(latents.length) }
    scheduler.step(i, output, state, scheduler.addsNoise(i) ? stepNoise(i) : undefined)
    latents = golden.tensor(`latents_${i + 1}`).values
    compare('scheduler_step', state.latents, latents, schedulerStep)
  }

  const drawn = await denoise(unet, {
    ...options,
    scheduler,
    text: [prompted],
    noise: noise.values,
    stepNoise,
    onStep: ({ step, latents }) => {
      compare('latents', latents, golden.tensor(`latents_${step}`).values, allowed.loop)
    },
  })

  for (const [by, suffix] of [
    [decoder, ''],
    [taesd, '_taesd'],
  ] as const) {
    const decoded = golden.find(`decoded${suffix}`)
    if (!by || !decoded) continue
    const { step } = toleranceOf(by.graph.inputType('latent_sample'))
    compare(`decoded${suffix}`, (await by.planes(latents, noise.shape)).values, decoded.values, step)
    // The whole way; but what a loop in fp16 may differ by is more than a level.
    const [ours] = await by.decode(isHalf ? latents : drawn, noise.shape)
    report(`image${suffix}`, await comparePictures(ours, golden.picture(`image${suffix}.png`)), pixels)
  }
  return findings
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { createScheduler, type Scheduler, schedulerConfig } from '../schedulers/index.ts'
import { furthest, offBy } from './off-by.ts'

const numbers = z.array(z.number())
const traceFile = z.array(
  z.object({
    name: z.string(),
    config: z.unknown(),
    steps: z.int().positive(),
    /** What the reference was told beside the number of steps. */
    set_timesteps: z.record(z.string(), z.unknown()),
    timesteps: numbers,
    sigmas: numbers.nullable(),
    init_noise_sigma: z.number(),
    initial_sample: numbers,
    trace: z.array(
      z.object({ scaled_input: numbers, model_output: numbers, noise: numbers.nullable(), prev_sample: numbers }),
    ),
  }),
)

type Trace = z.infer<typeof traceFile>[number]

/** Of each number. */
const scheduleTolerance = 1e-5
/** Of the largest value of a step. */
const stepTolerance = 1e-4

/**
 * Walks every trace of schedulers.json in a folder of reference fixtures, each step from where the reference stood before it.
 * `failed` are lines that say what differs; `worst` is the largest error of a step's tensors, as a share of their largest value.
 */
export function compareSchedulers(fixturesDir: string): { compared: number; failed: string[]; worst: number } {
  const traces = traceFile.parse(JSON.parse(readFileSync(join(fixturesDir, 'schedulers.json'), 'utf8')))
  const results = traces.map(trace => {
    try {
      return compareTrace(trace)
    } catch (error) {
      return { failure: `${trace.name}: ${(error as Error).message}`, worst: 0 }
    }
  })
  return {
    compared: traces.length,
    failed: results.flatMap(({ failure }) => failure ?? []),
    worst: furthest(results.map(({ worst }) => worst)),
  }
}

function compareTrace(trace: Trace): { failure: string | null; worst: number } {
  const fail = (what: string, worst = 0) => ({ failure: `${trace.name}: ${what}`, worst })
  if (Object.keys(trace.set_timesteps).length > 0) return fail(`asks for ${Object.keys(trace.set_timesteps)}`)
  const config = schedulerConfig.safeParse(trace.config)
  if (!config.success) return fail(config.error.issues.map(({ path, message }) => `${path} ${message}`).join(', '))
  const scheduler = createScheduler(config.data, trace.steps)

  for (const [what, ours, theirs] of [
    ['timesteps', scheduler.timesteps, trace.timesteps],
    ['sigmas', scheduler.sigmas ?? [], (trace.sigmas ?? []).slice(0, trace.steps + 1)],
    ['init_noise_sigma', [scheduler.initNoiseSigma], [trace.init_noise_sigma]],
  ] as const) {
    const close = ours.length === theirs.length && ours.every((x, i) => isClose(x, theirs[i] as number))
    if (!close) return fail(`${what} ${ours}, not ${theirs}`)
  }
  const errors = stepErrors(scheduler, trace)
  const worst = furthest(errors)
  const late = errors.findIndex(error => !(error <= stepTolerance))
  return late < 0 ? { failure: null, worst } : fail(`step ${late} is off by ${errors[late]}`, worst)
}

const isClose = (ours: number, theirs: number) =>
  Math.abs(ours - theirs) <= scheduleTolerance * Math.max(Math.abs(theirs), 1e-3)

/** One a step: the larger of its two tensors' errors. */
function stepErrors(scheduler: Scheduler, { initial_sample, trace }: Trace): number[] {
  return trace.map(({ scaled_input, model_output, noise, prev_sample }, i) => {
    const latents = Float32Array.from(trace[i - 1]?.prev_sample ?? initial_sample)
    const shown = new Float32Array(latents.length)
    scheduler.scaleInput(i, latents, shown)
    if (scheduler.addsNoise(i) && !noise) return Number.POSITIVE_INFINITY
    const state = { latents, expected: new Float32Array(latents.length) }
    scheduler.step(i, Float32Array.from(model_output), state, noise ? Float32Array.from(noise) : undefined)
    return furthest([offBy(shown, scaled_input), offBy(latents, prev_sample)])
  })
}

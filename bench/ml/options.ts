import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { pocketDir } from '@dabble/ml/bundle'
import { z } from 'zod'
import { isBatchSize } from '../../packages/ml/src/pipeline/batch-sizes.ts'
import { UsageError } from '../bench.ts'

const smallClip = fileURLToPath(new URL('../../packages/ml/test/fixtures/clip', import.meta.url))
const usage =
  'Usage: npm run bench -- ml [--bundle DIR | --pipeline DIR [--clip DIR] [--taesd DIR] [--size 512x512] [--steps N] [--guidance N]] [--provider cuda] [--device N] [--threads N] [--batch 1|2|4|8] [--turns N]'

const text = { type: 'string' } as const
const whole = z.coerce.number().int()
const options = z.object({
  bundle: z.string().default(pocketDir),
  pipeline: z.string().optional(),
  /** A small one with random weights, unless given: a pipeline by itself has none. */
  clip: z.string().default(smallClip),
  taesd: z.string().optional(),
  size: z
    .string()
    .regex(/^\d+x\d+$/, 'must be like 512x512')
    .transform(size => size.split('x').map(Number) as [number, number])
    .transform(([width, height]) => ({ width, height }))
    .optional(),
  steps: whole.min(1).max(200).optional(),
  guidance: z.coerce.number().min(0).optional(),
  provider: z.enum(['cpu', 'cuda']).default('cpu'),
  device: whole.min(0).default(0),
  threads: whole.min(1).default(1),
  /** The largest. */
  batch: z.coerce.number().refine(isBatchSize, 'must be 1, 2, 4 or 8').default(8),
  turns: whole.min(1).default(9),
})

export type MlOptions = ReturnType<typeof readMlOptions>

/** Throws UsageError. */
export function readMlOptions(args: readonly string[]) {
  const { success, data, error } = options.safeParse(valuesOf(args))
  if (success) return { ...data, picture: data.size }
  const [issue] = error.issues
  throw new UsageError(`--${issue?.path.join('.')}: ${issue?.message}. ${usage}`)
}

function valuesOf(args: readonly string[]) {
  const known = Object.fromEntries(Object.keys(options.shape).map(name => [name, text]))
  try {
    return parseArgs({ args: [...args], options: known }).values
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error} ${usage}`)
  }
}

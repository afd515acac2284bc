import { z } from 'zod'
import { pocketDir } from './bundle/index.ts'
import { maxDeadlineMs } from './http/deadline.ts'
import { type BatchSize, isBatchSize } from './pipeline/batch-sizes.ts'

const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max)

const environment = z.object({
  /** Folder of the bundle. */
  DABBLE_ML_BUNDLE: z.string().min(1).default(pocketDir),
  DABBLE_ML_HOST: z.string().min(1).default('127.0.0.1'),
  /** 0 takes any free port. */
  DABBLE_ML_PORT: whole(0, 65535).default(0),
  /** What callers send as `Authorization: Bearer …`. */
  DABBLE_ML_TOKEN: z.string({ error: 'is required: a random secret' }).min(16, 'has at least 16 characters'),
  /** Pictures that may wait, besides the one being drawn. */
  DABBLE_ML_QUEUE: whole(0, 10_000).default(32),
  /** Threads within one operator. */
  DABBLE_ML_THREADS: whole(1, 256).default(1),
  DABBLE_ML_PROVIDER: z.enum(['cpu', 'cuda']).default('cpu'),
  /** The GPU, as nvidia-smi numbers them. */
  DABBLE_ML_DEVICE: whole(0, 63).default(0),
  /** Pictures drawn at once, at most. One after the other is as fast on a CPU; a GPU does eight in little more than the time of one. */
  DABBLE_ML_BATCH: z.coerce.number().refine(isBatchSize, 'must be 1, 2, 4 or 8').optional(),
  /** How long a picture waits for others to be drawn with. */
  DABBLE_ML_BATCH_WAIT_MS: whole(0, 1000).default(2),
  /** For requests that bring no X-Deadline-Ms. */
  DABBLE_ML_DEADLINE_MS: whole(1, maxDeadlineMs).default(60_000),
})

export type Config = {
  bundle: string
  host: string
  port: number
  token: string
  queueLimit: number
  threads: number
  provider: 'cpu' | 'cuda'
  device: number
  batch: BatchSize
  batchWaitMs: number
  deadlineMs: number
}

/** A setting that cannot be used; the message is one line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** The only reader of the environment. Empty variables count as absent. Throws ConfigError. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const result = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!result.success) {
    const [issue] = result.error.issues
    throw new ConfigError(`${issue?.path.join('.')}: ${issue?.message}.`)
  }
  const { data } = result
  return {
    bundle: data.DABBLE_ML_BUNDLE,
    host: data.DABBLE_ML_HOST,
    port: data.DABBLE_ML_PORT,
    token: data.DABBLE_ML_TOKEN,
    queueLimit: data.DABBLE_ML_QUEUE,
    threads: data.DABBLE_ML_THREADS,
    provider: data.DABBLE_ML_PROVIDER,
    device: data.DABBLE_ML_DEVICE,
    batch: data.DABBLE_ML_BATCH ?? (data.DABBLE_ML_PROVIDER === 'cuda' ? 8 : 1),
    batchWaitMs: data.DABBLE_ML_BATCH_WAIT_MS,
    deadlineMs: data.DABBLE_ML_DEADLINE_MS,
  }
}

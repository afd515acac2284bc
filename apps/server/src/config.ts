import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { StartError } from './start/start-error.ts'

const repository = resolve(import.meta.dirname, '../../..')

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** Everything the outside decides. Pure data: made once from the environment, then only passed on. */
export interface Config {
  /** 0 takes a free port. */
  port: number
  host: string
  /** Absolute; database, pictures and lock. */
  dataFolder: string
  /** Origin without a trailing slash; null means: ask the network interfaces once listening. */
  publicUrl: string | null
  /** An image server that runs elsewhere; null means: spawn and supervise our own. */
  inference: { url: string; authorization: string | null } | null
  /** Absolute; the folder of models that draws and compares. */
  bundleFolder: string
  /** Threads a model may use; null leaves it to the bundle. */
  threads: number | null
  logLevel: (typeof logLevels)[number]
  /** Whose `X-Forwarded-*` headers are believed: nobody's, or these addresses'. */
  trustProxy: false | string[]
}

/** Messages complete the sentence "<NAME> must be …". */
const whole = (min: number, max: number, unit: string) => {
  const message = `${unit}, a whole number from ${min} to ${max}`
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .refine(value => value >= min && value <= max, message)
}

const httpUrl = (what: string) =>
  z.string().refine(value => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), what)

const proxies = 'the addresses of the proxies in front, separated by commas, like 127.0.0.1 or 10.0.0.0/8'

const isAddress = (text: string) => {
  const [address = '', prefix] = text.split('/')
  return isIP(address) > 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= 128))
}

const environmentSchema = z.object({
  PORT: whole(0, 65_535, 'a port').default(3000),
  HOST: z.string().default('0.0.0.0'),
  DABBLE_DATA: z.string().default('data'),
  PUBLIC_URL: httpUrl('the address that phones open, like https://dabble.example.org')
    .refine(
      value => !URL.canParse(value) || new URL(value).pathname === '/',
      'an address without a path, like https://dabble.example.org',
    )
    .optional(),
  INFERENCE_URL: httpUrl('the address of an image server, like http://10.0.0.5:8000').optional(),
  INFERENCE_AUTHORIZATION: z.string().optional(),
  DABBLE_BUNDLE: z.string().default('packages/ml/bundles/pocket'),
  THREADS: whole(1, 256, 'a number of threads').optional(),
  LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(', ')}`).optional(),
  TRUST_PROXY: z
    .string()
    .transform(value => value.split(',').map(part => part.trim()))
    .refine(list => list.every(isAddress), proxies)
    .optional(),
})

/**
 * Validates the environment once. Unset and empty are the same; relative folders start at the repository root.
 * @throws {StartError} that names the first wrong variable.
 */
export function readConfig(environment: Record<string, string | undefined>, terminal = false): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== '' && value !== undefined),
  )
  const result = environmentSchema.safeParse(given)
  if (!result.success) {
    const issue = result.error.issues[0]
    const name = String(issue?.path[0])
    throw new StartError(`${name} must be ${issue?.message}, not "${given[name]}". Set it right or leave it out.`)
  }
  const env = result.data
  if (env.INFERENCE_AUTHORIZATION && !env.INFERENCE_URL) {
    throw new StartError('INFERENCE_AUTHORIZATION is set but INFERENCE_URL is not. Set both, or leave both out.')
  }
  return {
    port: env.PORT,
    host: env.HOST,
    dataFolder: resolve(repository, env.DABBLE_DATA),
    publicUrl: env.PUBLIC_URL ? new URL(env.PUBLIC_URL).origin : null,
    inference: env.INFERENCE_URL
      ? { url: env.INFERENCE_URL.replace(/\/+$/, ''), authorization: env.INFERENCE_AUTHORIZATION ?? null }
      : null,
    bundleFolder: resolve(repository, env.DABBLE_BUNDLE),
    threads: env.THREADS ?? null,
    // A person at a terminal wants the QR code and trouble; a log collector wants everything.
    logLevel: env.LOG_LEVEL ?? (terminal ? 'warn' : 'info'),
    trustProxy: env.TRUST_PROXY ?? false,
  }
}

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
  /** Image servers that run elsewhere; null means: spawn and supervise our own. */
  inference: RemoteInference | null
  /** Indices of the GPUs that get a sidecar of our own each; none: `sidecars` on the CPU. */
  gpus: number[]
  sidecars: number
  /** Absolute; the folder of models that draws and compares. */
  bundleFolder: string
  /** Threads a model may use; null leaves it to the bundle. */
  threads: number | null
  logLevel: (typeof logLevels)[number]
  /** Whose `X-Forwarded-*` headers are believed: nobody's, or these addresses'. */
  trustProxy: false | string[]
}

export interface RemoteInference {
  /** Without a trailing slash: one server or balancer each. */
  urls: string[]
  /** The whole header, the same for all. */
  authorization: string | null
  /** The sidecars' own token where `authorization` is for a platform in front of them; sent as X-API-Key. */
  apiKey: string | null
  /** What a foreign server is to draw with; null leaves it the choice. */
  model: string | null
  /** Pictures that each address gets at the same time; null takes what it says. */
  parallel: number | null
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

/** A list without empty parts: what somebody writes on several lines, or with a comma too many. */
const parts = (text: string) =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)

const servers = 'the address of an image server, like http://10.0.0.5:8000, or several separated by commas'
const isServer = (url: string) => {
  const { protocol, username, search, hash } = URL.canParse(url) ? new URL(url) : new URL('none:')
  return /^https?:$/.test(protocol) && !username && !search && !hash
}

const gpuIndices = 'the indices of GPUs separated by commas, each once, like 0 or 0,1'

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
  INFERENCE_URL: z
    .string()
    // Other programs want OpenAI's addresses with the version, and people copy them.
    .transform(text => [...new Set(parts(text).map(url => url.replace(/(\/v1)?\/*$/, '')))])
    .refine(urls => urls.length > 0 && urls.every(isServer), servers)
    .optional(),
  INFERENCE_AUTHORIZATION: z.string().optional(),
  INFERENCE_API_KEY: z.string().optional(),
  INFERENCE_MODEL: z.string().optional(),
  INFERENCE_PARALLEL: whole(1, 1_024, 'a number of pictures').optional(),
  GPUS: z
    .string()
    .transform(parts)
    .refine(
      list => list.length > 0 && list.every(part => /^\d{1,2}$/.test(part)) && new Set(list).size === list.length,
      gpuIndices,
    )
    .transform(list => list.map(Number))
    .optional(),
  /** Short for GPUS=0. */
  DABBLE_PROVIDER: z.enum(['cpu', 'cuda'], 'cpu or cuda').optional(),
  SIDECARS: whole(1, 64, 'a number of sidecars').optional(),
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
  for (const name of [
    'INFERENCE_AUTHORIZATION',
    'INFERENCE_API_KEY',
    'INFERENCE_MODEL',
    'INFERENCE_PARALLEL',
  ] as const) {
    if (env[name] && !env.INFERENCE_URL)
      throw new StartError(`${name} is set but INFERENCE_URL is not. Set both, or leave both out.`)
  }
  if (env.DABBLE_PROVIDER === 'cpu' && env.GPUS) {
    throw new StartError('DABBLE_PROVIDER is cpu, but GPUS names GPUs. Leave out one of them.')
  }
  const gpus = env.GPUS ?? (env.DABBLE_PROVIDER === 'cuda' ? [0] : [])
  if (env.SIDECARS && (gpus.length > 0 || env.INFERENCE_URL)) {
    throw new StartError(
      'SIDECARS counts sidecars on the CPU of this machine. Leave it out with GPUS or INFERENCE_URL.',
    )
  }
  return {
    port: env.PORT,
    host: env.HOST,
    dataFolder: resolve(repository, env.DABBLE_DATA),
    publicUrl: env.PUBLIC_URL ? new URL(env.PUBLIC_URL).origin : null,
    inference: env.INFERENCE_URL
      ? {
          urls: env.INFERENCE_URL,
          authorization: env.INFERENCE_AUTHORIZATION ?? null,
          apiKey: env.INFERENCE_API_KEY ?? null,
          model: env.INFERENCE_MODEL ?? null,
          parallel: env.INFERENCE_PARALLEL ?? null,
        }
      : null,
    gpus,
    sidecars: env.SIDECARS ?? 1,
    bundleFolder: resolve(repository, env.DABBLE_BUNDLE),
    threads: env.THREADS ?? null,
    // A person at a terminal wants the QR code and trouble; a log collector wants everything.
    logLevel: env.LOG_LEVEL ?? (terminal ? 'warn' : 'info'),
    trustProxy: env.TRUST_PROXY ?? false,
  }
}

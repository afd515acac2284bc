import type { EndpointView } from '@dabble/api'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import type { Endpoint, LiveEndpoint } from './endpoint.ts'
import { createOwnEndpoint } from './own-endpoint.ts'
import { createPool, type Pool } from './pool.ts'
import { createRemoteEndpoint, type RemoteEndpoint } from './remote-endpoint.ts'
import type { Growth } from './supervisor.ts'

export type { LiveEndpoint } from './endpoint.ts'

/** Drawing and comparing, wherever that happens. */
export interface Inference {
  start(): void
  /** Who draws and compares what is no picture of a player's; null while nobody can. */
  current(): LiveEndpoint | null
  pool: Pool
  /** Whoever takes longer to draw or compare a picture hangs. */
  deadlineMs: number
  /** Resolves when it is known how starting went: with null when somebody can draw, or with what failed at the first try. */
  settled(): Promise<Missing | null>
  /** Somebody may be able to draw (again). */
  onReady(listener: () => void): void
  onHopeless(listener: (message: string) => void): void
  /** Every endpoint as staff see it. */
  endpoints(): Promise<EndpointView[]>
  close(): Promise<void>
}

export interface InferenceOptions {
  /** What the round is pinned to. */
  bundleId: string
}

/** What tests do differently, to see it crash, grow and hang in seconds. */
export interface InferenceOverrides {
  /** Arguments of the sidecar's Node. */
  nodeArgs?: string[]
  growth?: Growth
  deadlineMs?: number
}

/** Our own sidecars, or the image servers elsewhere. */
export type Missing = 'sidecar' | 'server'

/**
 * Sidecars of our own, one for each GPU; or with INFERENCE_URL the servers at these addresses. Foreign ones only draw, and
 * comparing stays with a sidecar of our own.
 */
export function createInference(
  config: Pick<Config, 'inference' | 'gpus' | 'sidecars' | 'bundleFolder' | 'threads'>,
  log: Log,
  { bundleId }: InferenceOptions,
  { deadlineMs = 60_000, ...sidecar }: InferenceOverrides = {},
): Inference {
  const ready: (() => void)[] = []
  const hopeless: ((message: string) => void)[] = []
  const announce = () => {
    if (pool.current()) for (const listener of ready) listener()
  }
  let ended = 0
  const own = (gpu: number | null): Endpoint =>
    createOwnEndpoint({
      ...sidecar,
      bundleFolder: config.bundleFolder,
      threads: config.threads,
      gpu,
      bundleId,
      log,
      onReady: announce,
      onHopeless(message, ran) {
        ended += 1
        // One that never ran is a wrong setting; one that did leaves the work to the others, also while they start afresh.
        if (!ran || (ended >= supervised && !pool.current())) for (const listener of hopeless) listener(message)
      },
    })

  let compares: Endpoint | null = null
  const { gpus, inference: remote } = config
  const firstGpu = gpus[0] ?? null
  const remotes: RemoteEndpoint[] = (remote?.urls ?? []).map(url =>
    createRemoteEndpoint({
      ...(remote as NonNullable<typeof remote>),
      url,
      bundleId,
      log,
      comparer: () => compares?.live() ?? null,
      comparerHung: async () => {
        // It only compares and is rarely the one to blame.
        const answers = await compares?.live()?.embeds.ready()
        if (answers === false) await compares?.hung()
      },
      mayBeForeign: () => allProbed && !remotes.some(({ isOurs }) => isOurs()),
      onChange: lookAround,
    }),
  )
  let allProbed = false
  const devices = gpus.length > 0 ? gpus : Array.from({ length: config.sidecars }, () => null)
  /** Sidecars of our own, at most: where others draw, the one that compares. */
  const supervised = remote ? 1 : devices.length
  const endpoints: Endpoint[] = remote ? remotes : devices.map(own)
  const pool = createPool(endpoints, announce)
  const probed = Promise.all(endpoints.map(endpoint => endpoint.settled)).then(() => {
    allProbed = true
    lookAround()
  })

  function lookAround() {
    if (!compares && remotes.some(({ isForeign }) => isForeign())) {
      compares = own(firstGpu)
      compares.start()
    }
    announce()
  }

  async function settled(): Promise<Missing | null> {
    const someone = Promise.withResolvers<null>()
    ready.push(() => someone.resolve(null))
    announce()
    const everyone = probed
      .then(() => compares?.settled)
      .then(() => (pool.current() ? null : remote && !compares ? 'server' : 'sidecar'))
    return Promise.race([someone.promise, everyone])
  }

  return {
    start() {
      for (const endpoint of endpoints) endpoint.start()
    },
    current: pool.current,
    pool,
    deadlineMs,
    settled,
    onReady: listener => void ready.push(listener),
    onHopeless: listener => void hopeless.push(listener),
    async endpoints() {
      const loads = pool.loads()
      const known = await Promise.all(endpoints.map(endpoint => endpoint.status()))
      return known.map((status, i) => {
        const { drawing = 0, setAside = false } = loads[i] ?? {}
        const state = setAside && status.state === 'ready' ? 'set-aside' : status.state
        return { ...status, state, number: i + 1, drawing }
      })
    },
    async close() {
      await Promise.all([...endpoints, ...(compares ? [compares] : [])].map(endpoint => endpoint.close()))
    },
  }
}

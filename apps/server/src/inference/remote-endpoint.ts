import type { EndpointState } from '@dabble/api'
import { createInferenceClient, InferenceRefused, InferenceUnavailable, type Model } from '@dabble/ml/client'
import type { RemoteInference } from '../config.ts'
import type { Log } from '../log.ts'
import type { Endpoint, LiveEndpoint } from './endpoint.ts'
import { createInstances } from './instances.ts'
import { deviceOf, judgeModels } from './judge-models.ts'

export interface RemoteOptions extends Omit<RemoteInference, 'urls'> {
  url: string
  bundleId: string
  log: Log
  /** Compares what a foreign server has drawn; null while it cannot. */
  comparer(): LiveEndpoint | null
  /** Foreign servers draw only where nobody has the round's own bundle. */
  mayBeForeign(): boolean
  /** Compares for it, and may be what hangs. */
  comparerHung(): Promise<void>
  /** Something about it has changed. */
  onChange(): void
}

const probeMs = 2_000
const probeWithinMs = 5_000
/** Processes behind one balancer that are looked for in a row. */
const mostInstances = 64

type Found = { kind: 'ours'; model: Model } | { kind: 'foreign' }

export interface RemoteEndpoint extends Endpoint {
  /** It has drawn with the round's bundle, or would. */
  isOurs(): boolean
  isForeign(): boolean
}

/** An address elsewhere: one sidecar, a balancer in front of several, or an image server of somebody else. */
export function createRemoteEndpoint(options: RemoteOptions): RemoteEndpoint {
  const { url, bundleId, log, parallel } = options
  const { authorization, apiKey } = options
  const address = { baseUrl: url, authorization: authorization ?? undefined, apiKey: apiKey ?? undefined }
  const ours = createInferenceClient({ ...address, model: bundleId })
  const foreign = createInferenceClient({ ...address, model: options.model ?? undefined, foreign: true })
  const { promise: settled, resolve: settle } = Promise.withResolvers<void>()
  const instances = createInstances()
  const name = new URL(url).host
  let state: EndpointState = 'starting'
  let found: Found | null = null
  let metOurs = false
  let probing: Promise<void> | null = null
  let timer: ReturnType<typeof setInterval> | undefined
  const closing = new AbortController()
  const asking = { deadlineMs: probeWithinMs, signal: closing.signal }

  async function look(): Promise<{ state: EndpointState; found: Found | null }> {
    for (let asked = 0; ; asked += 1) {
      const models = await ours.models(asking)
      const kind = judgeModels(models, bundleId)
      if (kind.kind === 'foreign') return { state: 'ready', found: kind }
      const { instance, bundle } = kind.model
      const isNew = instance !== undefined && instances.meet(instance, bundle as string)
      // A new face: there may be more behind a balancer.
      if (isNew && asked < mostInstances) continue
      if (kind.kind === 'other-bundle' || instances.other(bundleId)) return { state: 'other-bundle', found: null }
      return { state: 'ready', found: kind }
    }
  }

  async function probeOnce() {
    const before = state
    const wasOurs = found?.kind === 'ours'
    try {
      ;({ state, found } = await look())
    } catch (error) {
      if (closing.signal.aborted) return
      ;({ state, found } = withoutModels(error))
    }
    metOurs ||= found?.kind === 'ours'
    if (state === 'away') instances.clear()
    if (state !== before) {
      const facts = { endpoint: name, state }
      if (state === 'ready') log.info(facts, 'the image server answers')
      else log.warn(facts, explain[state] ?? 'the image server is not used')
      if (found?.kind === 'foreign') log.warn(facts, 'a foreign image server: the same prompt may get another picture')
    }
    settle()
    if (state !== before || wasOurs !== (found?.kind === 'ours')) options.onChange()
  }

  function probe(): Promise<void> {
    probing ??= probeOnce().finally(() => {
      probing = null
    })
    return probing
  }

  const mayDraw = () => state === 'ready' && (found?.kind === 'ours' || (found !== null && options.mayBeForeign()))

  return {
    name,
    settled,
    isOurs: () => metOurs,
    isForeign: () => found?.kind === 'foreign' && mayDraw(),
    start() {
      void probe()
      timer = setInterval(probe, probeMs)
    },
    live() {
      if (!mayDraw()) return null
      if (found?.kind === 'ours') return { draws: ours, embeds: ours }
      const comparer = options.comparer()
      return comparer && { draws: foreign, embeds: comparer.embeds }
    },
    places() {
      const batch = found?.kind === 'ours' ? (found.model.capabilities?.batch ?? 1) : 1
      return parallel ?? batch * Math.max(1, instances.count())
    },
    async mayHaveCrashed(error) {
      // Behind a balancer the one that broke is not the one that answers next.
      if (instances.count() !== 1 || (error instanceof InferenceUnavailable && error.status !== null)) return true
      const models = await ours.models(asking).catch(() => null)
      return !models?.some(({ instance }) => instance !== undefined && instances.has(instance))
    },
    async hung() {
      void probe()
      if (found?.kind === 'foreign') await options.comparerHung()
    },
    isTired: async () => false,
    rest: async () => {},
    async status() {
      const model = found?.kind === 'ours' ? found.model : {}
      const hidden = state === 'ready' && !mayDraw() ? 'other-bundle' : state
      const bundle = instances.other(bundleId) ?? deviceOf(model).bundle
      const about = { host: name, gpuIndex: null, state: hidden, places: this.places() } as const
      return { ...deviceOf(model), bundle, ...about, repeatable: found?.kind !== 'foreign' }
    },
    async close() {
      clearInterval(timer)
      closing.abort()
    },
  }
}

/** A server that answers, but not with a list of models, is a foreign one, unless it does not let us in. */
function withoutModels(error: unknown): { state: EndpointState; found: Found | null } {
  if (!(error instanceof InferenceRefused)) return { state: 'away', found: null }
  return error.status === 401 || error.status === 403
    ? { state: 'refused', found: null }
    : { state: 'ready', found: { kind: 'foreign' } }
}

const explain: Partial<Record<EndpointState, string>> = {
  away: 'the image server does not answer',
  refused: 'the image server refuses our authorization',
  'other-bundle': 'the image server has another bundle than the round and gets no work',
}

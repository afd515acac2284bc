import { setTimeout as delay } from 'node:timers/promises'
import type { EndpointState } from '@dabble/api'
import type { Model } from '@dabble/ml/client'
import type { Endpoint } from './endpoint.ts'
import { deviceOf, judgeModels, type Kind } from './judge-models.ts'
import { createSupervisor, type LiveSidecar, type SupervisorOptions } from './supervisor.ts'

export interface OwnOptions extends SupervisorOptions {
  bundleId: string
  onReady(): void
  /** Starting it again is pointless; `ran`: it has worked before. */
  onHopeless(message: string, ran: boolean): void
}

/** A broken connection is noticed a moment before the end of the process behind it. */
const exitNoticeMs = 1_000
const modelsWithinMs = 2_000
const againMs = 100

/** A sidecar of our own, on the CPU or on one GPU, that is kept running. */
export function createOwnEndpoint({ bundleId, onReady, onHopeless, gpu = null, ...options }: OwnOptions): Endpoint {
  const supervisor = createSupervisor({ ...options, gpu })
  const { promise: settled, resolve: settle } = Promise.withResolvers<void>()
  const name = gpu === null ? 'own sidecar' : `own sidecar on GPU ${gpu}`
  let known: { sidecar: LiveSidecar; kind: Kind } | null = null
  let lastExited: Promise<unknown> = new Promise(() => {})
  let hopeless = false
  /** It has ended by itself, and is not back yet. */
  let down = false

  supervisor.on('ready', async sidecar => {
    lastExited = sidecar.exited
    // On a machine that is busy the first answer may come too late, and there is no second time to be ready.
    while (supervisor.current() === sidecar) {
      const models = await sidecar.client.models({ deadlineMs: modelsWithinMs }).catch(() => null)
      if (models) return begin(sidecar, models)
      await delay(againMs)
    }
  })
  supervisor.on('died', () => {
    down = true
    settle()
  })
  supervisor.on('hopeless', message => {
    hopeless = true
    settle()
    onHopeless(message, known !== null)
  })

  function begin(sidecar: LiveSidecar, models: Model[]) {
    known = { sidecar, kind: judgeModels(models, bundleId) }
    if (known.kind.kind !== 'ours') options.log.error({ endpoint: name, bundleId }, 'the bundle has been replaced')
    down = false
    settle()
    onReady()
  }

  const current = () => (known && supervisor.current() === known.sidecar ? known : null)
  const ours = () => {
    const now = current()
    return now?.kind.kind === 'ours' ? { client: now.sidecar.client, model: now.kind.model } : null
  }

  /** Of a sidecar that does not tell of its models; `alive`: a moment ago it could draw. */
  function stateWithout(alive: boolean): EndpointState {
    if (hopeless) return 'ended'
    if (alive || down) return 'away'
    return current() ? 'other-bundle' : 'starting'
  }

  return {
    name,
    settled,
    start: supervisor.start,
    live() {
      const now = ours()
      return now && { draws: now.client, embeds: now.client }
    },
    places: () => ours()?.model.capabilities?.batch ?? 1,
    mayHaveCrashed: () => Promise.race([lastExited.then(() => true), delay(exitNoticeMs, false)]),
    async hung() {
      supervisor.restart()
    },
    isTired: supervisor.hasGrown,
    rest: supervisor.recycleIfGrown,
    async status() {
      const now = ours()
      const models = await now?.client.models({ deadlineMs: modelsWithinMs }).catch(() => null)
      const fresh: Model | undefined = models?.find(({ bundle }) => bundle === bundleId)
      const device = deviceOf(fresh ?? now?.model ?? {})
      const state = fresh ? 'ready' : stateWithout(now !== null)
      return { ...device, host: null, gpuIndex: gpu, state, places: this.places(), repeatable: true }
    },
    close: supervisor.close,
  }
}

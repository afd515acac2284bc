import { createInferenceClient, type InferenceClient } from '@dabble/ml/client'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { createSupervisor, type Growth } from './supervisor.ts'

/** Who draws and who compares, now. */
export interface LiveEndpoint {
  draws: InferenceClient
  embeds: InferenceClient
  /** Resolves when the process that draws has ended; never for a server that is not ours. */
  died: Promise<unknown>
}

/** Drawing and comparing, wherever that happens. */
export interface Inference {
  start(): void
  /** Null while nobody can draw. */
  current(): LiveEndpoint | null
  /** Whoever takes longer to draw or compare a picture hangs. */
  deadlineMs: number
  /** Pictures drawn at the same time. */
  parallel(): number
  /** Resolves when it is known how starting went: with null when somebody can draw, or with what failed at the first try. */
  settled(): Promise<Missing | null>
  onReady(listener: () => void): void
  onHopeless(listener: (message: string) => void): void
  /** A deadline has passed: starts our process afresh if it is the one that hangs. */
  restart(): Promise<void>
  /** A moment in which nothing is drawn. */
  betweenPictures(): Promise<void>
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

/** Our own sidecar, or the image server elsewhere. */
export type Missing = 'sidecar' | 'server'

const never = new Promise<never>(() => {})
const probeMs = 2_000

/**
 * Our own sidecar; or with INFERENCE_URL an image server elsewhere. One that also embeds with the round's bundle does
 * everything; any other only draws, and comparing stays with a sidecar of our own.
 */
export function createInference(
  config: Config,
  log: Log,
  { bundleId }: InferenceOptions,
  { deadlineMs = 60_000, ...sidecar }: InferenceOverrides = {},
): Inference {
  const { bundleFolder, threads } = config
  const supervisor = createSupervisor({ bundleFolder, threads, log, ...sidecar })
  const ready: (() => void)[] = []
  const settled = Promise.withResolvers<Missing | null>()
  const announce = () => {
    if (!current()) return
    settled.resolve(null)
    for (const listener of ready) listener()
  }
  supervisor.on('ready', announce)
  supervisor.on('died', () => settled.resolve('sidecar'))

  const remote = config.inference
  const draws =
    remote && createInferenceClient({ baseUrl: remote.url, authorization: remote.authorization ?? undefined })
  let remoteModel: { embeds: boolean; batch: number } | null = null
  let startedOwn = false
  let probing: ReturnType<typeof setInterval> | undefined

  async function probe() {
    if (!draws) return
    const models = await draws.models().catch(() => null)
    const model = models?.find(({ bundle }) => bundle === bundleId) ?? models?.[0]
    const before = remoteModel
    const embeds = model?.bundle === bundleId && model.capabilities?.embeddings === true
    remoteModel = models && { embeds, batch: model?.capabilities?.batch ?? 1 }
    if (!models) {
      settled.resolve('server')
      return log.warn({ url: remote?.url }, 'the image server does not answer')
    }
    if (before) return
    if (!model?.capabilities?.seed) log.warn('the image server ignores seeds: the same prompt may get another picture')
    if (!embeds && !startedOwn) {
      startedOwn = true
      supervisor.start()
    }
    announce()
  }

  function current(): LiveEndpoint | null {
    const own = supervisor.current()
    if (!draws) return own && { draws: own.client, embeds: own.client, died: own.exited }
    if (!remoteModel) return null
    if (remoteModel.embeds) return { draws, embeds: draws, died: never }
    return own && { draws, embeds: own.client, died: never }
  }

  return {
    deadlineMs,
    start() {
      if (!draws) return supervisor.start()
      void probe()
      probing = setInterval(probe, probeMs)
    },
    current,
    parallel: () => remoteModel?.batch ?? 1,
    settled: () => settled.promise,
    onReady: listener => void ready.push(listener),
    onHopeless: listener => void supervisor.on('hopeless', listener),
    async restart() {
      const own = supervisor.current()
      // Where a server elsewhere draws, ours only compares and is rarely the one to blame.
      if (!draws || (own && !(await own.client.ready()))) supervisor.restart()
    },
    betweenPictures: () => supervisor.recycleIfGrown(),
    async close() {
      clearInterval(probing)
      await supervisor.close()
    },
  }
}

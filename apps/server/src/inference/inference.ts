import { createInferenceClient, type InferenceClient } from '@dabble/ml/client'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { createSupervisor } from './supervisor.ts'

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
  /** Pictures drawn at the same time. */
  parallel(): number
  /** Resolves when it is known how starting went: somebody can draw, or the first try has failed. */
  settled(): Promise<void>
  onReady(listener: () => void): void
  onHopeless(listener: (message: string) => void): void
  /** Starts the process that draws afresh, because it hangs. */
  restart(): void
  /** A moment in which nothing is drawn. */
  betweenPictures(): Promise<void>
  close(): Promise<void>
}

export interface InferenceOptions {
  /** What the round is pinned to. */
  bundleId: string
  sidecarNodeArgs?: string[]
}

const never = new Promise<never>(() => {})
const probeMs = 2_000

/**
 * Our own sidecar; or with INFERENCE_URL an image server elsewhere. One that also embeds with the round's bundle does
 * everything; any other only draws, and comparing stays with a sidecar of our own.
 */
export function createInference(config: Config, log: Log, options: InferenceOptions): Inference {
  const { bundleFolder, threads } = config
  const supervisor = createSupervisor({ bundleFolder, threads, nodeArgs: options.sidecarNodeArgs, log })
  const ready: (() => void)[] = []
  const settled = Promise.withResolvers<void>()
  const announce = () => {
    settled.resolve()
    for (const listener of ready) listener()
  }
  supervisor.on('ready', announce)
  supervisor.on('died', () => settled.resolve())

  const remote = config.inference
  const draws =
    remote && createInferenceClient({ baseUrl: remote.url, authorization: remote.authorization ?? undefined })
  let remoteModel: { embeds: boolean; batch: number } | null = null
  let startedOwn = false
  let probing: ReturnType<typeof setInterval> | undefined

  async function probe() {
    if (!draws) return
    const models = await draws.models().catch(() => null)
    const model = models?.find(({ bundle }) => bundle === options.bundleId) ?? models?.[0]
    const before = remoteModel
    const embeds = model?.bundle === options.bundleId && model.capabilities?.embeddings === true
    remoteModel = models && { embeds, batch: model?.capabilities?.batch ?? 1 }
    if (!models) {
      settled.resolve()
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

  return {
    start() {
      if (!draws) return supervisor.start()
      void probe()
      probing = setInterval(probe, probeMs)
    },
    current() {
      const own = supervisor.current()
      if (!draws) return own && { draws: own.client, embeds: own.client, died: own.exited }
      if (!remoteModel) return null
      if (remoteModel.embeds) return { draws, embeds: draws, died: never }
      return own && { draws, embeds: own.client, died: never }
    },
    parallel: () => remoteModel?.batch ?? 1,
    settled: () => settled.promise,
    onReady: listener => void ready.push(listener),
    onHopeless: listener => void supervisor.on('hopeless', listener),
    restart: () => (draws ? undefined : supervisor.restart()),
    betweenPictures: () => supervisor.recycleIfGrown(),
    async close() {
      clearInterval(probing)
      await supervisor.close()
    },
  }
}

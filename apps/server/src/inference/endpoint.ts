import type { EndpointView } from '@dabble/api'
import type { InferenceClient } from '@dabble/ml/client'

/** Who draws and who compares, now. A foreign image server only draws; comparing stays with a sidecar of ours. */
export interface LiveEndpoint {
  draws: InferenceClient
  embeds: InferenceClient
}

export type EndpointStatus = Omit<EndpointView, 'number' | 'drawing'>

/** One place where pictures are drawn: a sidecar of our own, or an address elsewhere. */
export interface Endpoint {
  /** For the log. */
  name: string
  start(): void
  /** Null while it cannot draw, or must not. */
  live(): LiveEndpoint | null
  /** Pictures that it draws at the same time. */
  places(): number
  /** Once it is known how starting went, well or badly. */
  settled: Promise<void>
  /** After an answer that broke off: false when the process that was drawing is known to live on, so the network is to blame. */
  mayHaveCrashed(error: unknown): Promise<boolean>
  /** It did not answer in time. */
  hung(): Promise<void>
  /** It works, and should be started afresh when it has nothing to do. */
  isTired(): Promise<boolean>
  /** Starts it afresh. It has nothing to do, and is given nothing until this resolves. */
  rest(): Promise<void>
  status(): Promise<EndpointStatus>
  close(): Promise<void>
}

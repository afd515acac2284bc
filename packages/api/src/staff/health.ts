import type { Millis } from '../views.ts'

/** Something that needs a person. */
export type HealthProblem =
  | 'inference-away'
  | 'endpoint-away'
  | 'endpoint-refused'
  | 'queue-long'
  | 'disk-low'
  | 'pictures-failing'
  | 'screening-waiting'
  | 'no-backup'
  | 'errors'

/** What one endpoint can do for the game now. */
export type EndpointState =
  /** Its models are loading, or nobody knows yet. */
  | 'starting'
  | 'ready'
  /** It failed a moment ago and gets no work for some seconds. */
  | 'set-aside'
  | 'away'
  /** It does not accept our authorization. */
  | 'refused'
  /** It has other models than the round, and gets no work. */
  | 'other-bundle'
  /** It said that starting it again is pointless. */
  | 'ended'

/** One place where pictures are drawn, as staff see it. */
export interface EndpointView {
  /** From 1, in the order of the settings. */
  number: number
  /** Host and port; null for a sidecar on this box. */
  host: string | null
  /** Of a sidecar on this box that has one. */
  gpuIndex: number | null
  state: EndpointState
  /** Null where it does not tell; a foreign image server never does. */
  bundle: string | null
  provider: string | null
  gpu: string | null
  gpuMemoryFreeBytes: number | null
  /** Pictures that it draws now, and at most at the same time. */
  drawing: number
  places: number
  /** False for a foreign image server: the same prompt may get another picture. */
  repeatable: boolean
}

/** What staff should know of who draws, though nobody has to do anything about it. */
export type InferenceNote = 'not-repeatable' | 'providers-differ'

export interface InferenceView {
  /** Somebody draws. */
  ready: boolean
  notes: InferenceNote[]
  endpoints: EndpointView[]
}

export interface HealthView {
  at: Millis
  problems: HealthProblem[]
  queue: number
  picturesPerMinute: number
  players: number
  /** Streams of phones and screens. */
  watching: number
  inference: InferenceView
  disk: { freeBytes: number; databaseBytes: number; picturesBytes: number }
  /** Of the last hour. */
  errors: { count: number; newest: { at: Millis; text: string } | null }
  failedPictures: number
  waitingForScreening: number
  lastBackupAt: Millis | null
  upSince: Millis
  version: string
}

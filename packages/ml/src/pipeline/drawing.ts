import type { BundleManifest } from '../bundle/index.ts'
import type { PictureFormat } from '../image/encode.ts'

export type PartialPicture = {
  /** A small WebP of the picture expected at this point. */
  picture: Buffer
  index: number
  /** 1 … steps. */
  step: number
  steps: number
}

export type DrawRequest = {
  prompt: string
  /** 0 … 2³² - 1. */
  seed: number
  format?: PictureFormat
  /** How many partial pictures, spread over the steps. */
  partialImages?: number
  onPartial?: (partial: PartialPicture) => void
  /** Looked at between steps; the request then ends with its reason. */
  signal?: AbortSignal
}

export type Stage = 'text' | 'denoise' | 'decode' | 'encode'

/** A picture's file, and how long each stage took for the batch it was drawn in. */
export type Drawing = { picture: Buffer; seconds: Record<Stage, number> }

/** What all pictures of a bundle have in common. */
export type DrawSettings = Pick<BundleManifest, 'picture' | 'steps' | 'guidance' | 'negativePrompt'>

/**
 * Draws several requests in one run of each graph (where graphs have a fixed batch, in as many as that takes). Results are in the
 * order of the requests; one whose signal aborts is rejected with its reason, and the others go on.
 * `onDrawn` is called when the graphs are free again and only the files have to be encoded, which happens on other threads.
 */
export type DrawBatch = (
  requests: readonly DrawRequest[],
  onDrawn?: () => void,
) => Promise<PromiseSettledResult<Drawing>[]>

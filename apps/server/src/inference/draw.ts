import type { InferenceClient, PartialPicture } from '@dabble/ml/client'
import { pngSize } from '../pictures/png-size.ts'
import type { PictureStore } from '../pictures/store.ts'
import { cosine } from './embedding.ts'

/** What is to be drawn, and what it is compared with. */
export interface DrawRequest {
  prompt: string
  /** The round's one starting noise. */
  noiseSeed: number
  targetEmbedding: Float32Array
}

/** A picture that is on the disk, and its place in the round. */
export interface Drawn {
  /** sha256 of the file. */
  hash: string
  width: number
  height: number
  /** Of that file's bytes; L2-normalised. */
  embedding: Float32Array
  similarity: number
}

export interface DrawParts {
  draws: InferenceClient
  embeds: InferenceClient
  store: PictureStore
  signal: AbortSignal
  /** For drawing, and again for comparing. */
  deadlineMs: number
  onPartial(partial: PartialPicture): void
  /** It is drawn, and not yet stored and compared. */
  onDrawn(): void
}

/**
 * Draws, stores, reads back, embeds, compares. The file is read again on purpose: the score belongs to the bytes that are on
 * the disk, so that anyone can recompute it from them.
 */
export async function drawPicture(request: DrawRequest, parts: DrawParts): Promise<Drawn> {
  const { draws, embeds, store, signal, deadlineMs, onPartial, onDrawn } = parts
  const { prompt, noiseSeed, targetEmbedding } = request
  const { png } = await draws.generate({ prompt, seed: noiseSeed, partialImages: 3, onPartial, signal, deadlineMs })
  onDrawn()
  const hash = await store.write(png)
  const bytes = await store.read(hash)
  const embedding = await embeds.embedImage(bytes, 'image/png', { signal, deadlineMs })
  return { hash, ...pngSize(bytes), embedding, similarity: cosine(embedding, targetEmbedding) }
}

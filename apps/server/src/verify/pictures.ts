import { createHash } from 'node:crypto'
import { readBundleManifest } from '@dabble/ml/bundle'
import type { InferenceClient } from '@dabble/ml/client'
import { eq } from 'drizzle-orm'
import type { Db } from '../db/open.ts'
import { picture, round } from '../db/schema.ts'
import { cosine, embeddingFromBytes } from '../inference/embedding.ts'
import type { PictureStore } from '../pictures/store.ts'

export interface PictureVerdict {
  /** Pictures and targets that were recomputed. */
  pictures: number
  /** What is not as stored, a line each. */
  differences: string[]
  /** Hashes whose files are gone. */
  missing: string[]
  /** The largest difference of a similarity that was seen; 0 on the machine that drew. */
  largest: number
}

/** Other processors sum in another order; anything above this is another picture or another model. */
const tolerance = 1e-5

/** Recomputes hash, embedding and similarity of every drawn picture from its file. */
export async function verifyPictures(
  db: Db,
  store: PictureStore,
  embeds: InferenceClient,
  bundleFolder: string,
): Promise<PictureVerdict> {
  const verdict: PictureVerdict = { pictures: 0, differences: [], missing: [], largest: 0 }
  const { id: bundleId } = readBundleManifest(bundleFolder)

  /** The embedding of a stored file, or null when there is nothing to compare. */
  async function recompute(name: string, hash: string): Promise<Float32Array | null> {
    verdict.pictures += 1
    const bytes = await store.read(hash).catch(() => null)
    if (!bytes) {
      verdict.missing.push(hash)
      return null
    }
    if (createHash('sha256').update(bytes).digest('hex') !== hash) verdict.differences.push(`${name}: other bytes`)
    return embeds.embedImage(bytes, 'image/png')
  }

  function compare(name: string, stored: number, computed: number) {
    const difference = Math.abs(stored - computed)
    verdict.largest = Math.max(verdict.largest, difference)
    if (!(difference <= tolerance))
      verdict.differences.push(`${name}: similarity ${stored} stored, ${computed} computed`)
  }

  for (const played of db.select().from(round).all()) {
    if (played.bundleId !== bundleId) {
      verdict.differences.push(`round ${played.id}: drawn with ${played.bundleId}, but this bundle is ${bundleId}`)
      continue
    }
    const target = embeddingFromBytes(played.targetEmbedding)
    const targetNow = await recompute(`target of round ${played.id}`, played.targetHash)
    if (targetNow) compare(`target of round ${played.id}`, 1, cosine(target, targetNow))

    for (const row of db.select().from(picture).where(eq(picture.roundId, played.id)).all()) {
      if (row.state !== 'done' || row.erasedAt !== null) continue
      const { hash, embedding, similarity } = row as typeof row & {
        hash: string
        embedding: Buffer
        similarity: number
      }
      compare(`picture ${row.id} as stored`, similarity, cosine(embeddingFromBytes(embedding), target))
      const embeddingNow = await recompute(`picture ${row.id}`, hash)
      if (embeddingNow) compare(`picture ${row.id}`, similarity, cosine(embeddingNow, target))
    }
  }
  return verdict
}

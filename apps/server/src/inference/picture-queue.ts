import type { Db } from '../db/open.ts'
import type { DrawingQueue } from '../game/drawing-queue.ts'
import { roundOf } from '../game/round.ts'
import type { PictureQueue } from './dispatcher.ts'
import { embeddingFromBytes, embeddingToBytes } from './embedding.ts'

/** The game's queue in the dispatcher's words: every lease brings its round's noise and target. */
export function createPictureQueue(db: Db, queue: DrawingQueue): PictureQueue {
  return {
    lease: count =>
      queue.lease(count).map(({ id, attempt, roundId, prompt }) => {
        const round = roundOf(db, roundId)
        if (!round) throw new Error(`picture ${id} is of no round`)
        const { noiseSeed, targetEmbedding } = round
        return { id, attempt, prompt, noiseSeed, targetEmbedding: embeddingFromBytes(targetEmbedding) }
      }),
    finish({ id, attempt }, { embedding, ...drawn }) {
      queue.finish({ id, attempt, ...drawn, embedding: embeddingToBytes(embedding) })
    },
    fail({ id, attempt }, failure, counts) {
      queue.fail({ id, attempt, failure, counts })
    },
  }
}

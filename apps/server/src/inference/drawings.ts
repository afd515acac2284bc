import type { PartialPicture } from '@dabble/ml/client'
import type { Drawing, DrawingState } from '../game/progress.ts'

/** What is on the easel right now, in memory: it is worth nothing after a restart. */
export interface Drawings extends DrawingState {
  update(pictureId: number, partial: PartialPicture): void
  end(pictureId: number): void
}

export function createDrawings(steps: number, lanes: () => number): Drawings {
  const drawings = new Map<number, Drawing>()
  return {
    steps,
    lanes,
    of: pictureId => drawings.get(pictureId) ?? null,
    update(pictureId, { picture, mime, step }) {
      const partial = `data:${mime};base64,${picture.toString('base64')}`
      drawings.set(pictureId, { step: step ?? drawings.get(pictureId)?.step ?? 0, partial })
    },
    end: pictureId => void drawings.delete(pictureId),
  }
}

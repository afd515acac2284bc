import type { Similarities } from '@dabble/ml/calibration'
import { cosine } from '../inference/embedding.ts'
import type { Drawing } from './plan.ts'

export type Drawn = Pick<Drawing, 'kind' | 'group'> & { embedding: Float32Array }

/**
 * How close pictures come to a target. Without one, every picture of a target's prompt is a target itself: for the others of its
 * prompt, and for every miss.
 */
export function similaritiesOf(drawn: readonly Drawn[], target: Float32Array | null): Similarities {
  const [hits, misses] = (['same', 'mismatch'] as const).map(kind =>
    drawn.filter(picture => picture.kind === kind),
  ) as [Drawn[], Drawn[]]
  if (target) {
    const toTarget = ({ embedding }: Drawn) => cosine(embedding, target)
    return { same: hits.map(toTarget), mismatch: misses.map(toTarget) }
  }
  return {
    same: hits.flatMap((a, i) =>
      hits.slice(i + 1).flatMap(b => (b.group === a.group ? cosine(a.embedding, b.embedding) : [])),
    ),
    mismatch: hits.flatMap(a => misses.map(b => cosine(a.embedding, b.embedding))),
  }
}

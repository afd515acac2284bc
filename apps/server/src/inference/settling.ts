import type { Log } from '../log.ts'
import type { Lease, PictureQueue } from './dispatcher.ts'

/** How attempts that failed come back into the queue. */
export interface Settling {
  /** Back into the queue; `counts`: charged. A picture that `rests` or is charged steps aside first. */
  fail(lease: Lease, reason: string, counts: boolean, rests: boolean): void
  /** An attempt is over: one turn less for all others that rest. */
  ended(lease: Lease): void
  /** Nobody else waits, so nobody steps aside. */
  endRests(): void
  close(): void
}

/** After its nth attempt that failed, a picture stays leased until n times so many others had their turn, or none is left. */
const turns = 4
const againMs = 2_000

/** What spoils the drawing cannot spoil it for everybody else in a row, and cannot be starved either. */
export function createSettling(queue: Pick<PictureQueue, 'fail'>, log: Log, wake: () => void): Settling {
  const resting = new Map<Lease, { reason: string; counts: boolean; turns: number }>()
  const unsettled = new Set<ReturnType<typeof setTimeout>>()

  function endRest(lease: Lease) {
    const rest = resting.get(lease)
    resting.delete(lease)
    if (rest) settled(() => queue.fail(lease, rest.reason, rest.counts))
  }

  /** Does it now; a full disk or a busy database means: again later, until it is done. */
  function settled(settle: () => void) {
    try {
      settle()
      wake()
    } catch (error) {
      log.error({ err: error }, 'a picture could not be put back')
      const timer = setTimeout(() => {
        unsettled.delete(timer)
        settled(settle)
      }, againMs)
      unsettled.add(timer)
    }
  }

  return {
    fail(lease, reason, counts, rests) {
      if (counts || rests) resting.set(lease, { reason, counts, turns: lease.attempt * turns })
      else settled(() => queue.fail(lease, reason, false))
    },
    ended(lease) {
      for (const [other, rest] of resting) if (other !== lease && --rest.turns <= 0) endRest(other)
    },
    endRests() {
      for (const lease of [...resting.keys()]) endRest(lease)
    },
    close() {
      this.endRests()
      // What the database does not take now it finds running at the next start, and queues again.
      for (const timer of unsettled) clearTimeout(timer)
    },
  }
}

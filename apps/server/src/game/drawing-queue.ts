import type { Millis } from '@dabble/api'
import type { Db } from '../db/open.ts'
import type { GameEvents } from './events.ts'
import {
  concernedPlayers,
  type DrawnPicture,
  type FailedAttempt,
  failPicture,
  finishPicture,
  type Lease,
  leasePictures,
  requeueRunning,
  waitingPlayers,
} from './queue.ts'

/** The queue as the dispatcher uses it: every change is told to whoever watches. */
export interface DrawingQueue {
  lease(count: number): Lease[]
  /** False when the attempt is no longer running; nothing changed then. */
  finish(drawn: DrawnPicture): boolean
  fail(attempt: FailedAttempt): boolean
  /** Once, before anything is leased. */
  requeueRunning(): void
  /** Players who wait for a picture. */
  waiting(pictureId: number): string[]
}

export function createDrawingQueue(db: Db, events: GameEvents, now: () => Millis): DrawingQueue {
  const tell = (players: string[]) => {
    for (const playerId of players) events.emit('entry', playerId)
    events.emit('board')
  }
  const end = (pictureId: number, run: () => boolean) => {
    const concerned = concernedPlayers(db, pictureId)
    const changed = run()
    if (changed) tell(concerned)
    return changed
  }
  return {
    lease(count) {
      const leases = leasePictures(db, count, now())
      if (leases.length > 0) tell(leases.flatMap(({ id }) => waitingPlayers(db, id)))
      return leases
    },
    finish: drawn => end(drawn.id, () => finishPicture(db, drawn, now())),
    fail: attempt => end(attempt.id, () => failPicture(db, attempt, now())),
    requeueRunning: () => requeueRunning(db, now()),
    waiting: pictureId => waitingPlayers(db, pictureId),
  }
}

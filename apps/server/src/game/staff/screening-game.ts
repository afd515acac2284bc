import type { StaffScreening } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import type { GameDeps } from '../game.ts'
import { currentRound } from '../round.ts'
import { blankScreen, hidePicture, showPicture, showWaiting } from './screening.ts'
import { screeningView } from './screening-view.ts'

/** What the public gets to see. */
export function screeningGame(db: Db, { events, now }: GameDeps): StaffScreening {
  const changed = <T>(result: T): T => {
    events.emit('board')
    return result
  }
  return {
    view: () => screeningView(db),
    show: (input, by) => changed(showPicture(db, { ...input, author: by.id }, now())),
    hide: (input, by) => changed(hidePicture(db, { ...input, author: by.id }, now())),
    showAll(by) {
      const round = currentRound(db)
      return round ? changed(showWaiting(db, round.id, by.id, now())) : 0
    },
    blank: (on, by) => changed(blankScreen(db, on, by.id, now())),
  }
}

import type { StaffScreening } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import type { GameDeps } from '../game.ts'
import { hidePicture, showPicture } from './screening.ts'

export function screeningGame(db: Db, { events, now }: GameDeps): StaffScreening {
  return {
    show(input, by) {
      showPicture(db, { ...input, author: by.id }, now())
      events.emit('board')
    },
    hide(input, by) {
      hidePicture(db, { ...input, author: by.id }, now())
      events.emit('board')
    },
  } as StaffScreening
}

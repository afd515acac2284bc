import type { StaffGame } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import type { GameDeps } from '../game.ts'
import { changeSettings, settingsView } from './settings.ts'

/** What can be changed in the middle of an event. */
export function settingsGame(db: Db, { events, now }: GameDeps): StaffGame['settings'] {
  return {
    get: by => settingsView(db, by),
    change(change, by) {
      changeSettings(db, change, by, now())
      events.emit('board')
      return settingsView(db, by)
    },
  }
}

import type { Messages } from './en.ts'
import { captcha, common, inApp, nav, picture, time } from './ko/common.ts'
import { errors } from './ko/errors.ts'
import { join, play, result } from './ko/game.ts'
import { kiosk } from './ko/kiosk.ts'
import { board, how, me, pictures, privacy } from './ko/pages.ts'

export const ko: Messages = {
  common,
  nav,
  join,
  play,
  result,
  board,
  pictures,
  how,
  privacy,
  me,
  picture,
  captcha,
  inApp,
  time,
  kiosk,
  error: errors,
}

import type { Messages } from './en.ts'
import { awards, back } from './ko/awards.ts'
import { captcha, common, inApp, nav, picture, time } from './ko/common.ts'
import { connect } from './ko/connect.ts'
import { crew } from './ko/crew.ts'
import { errors } from './ko/errors.ts'
import { join, play, result } from './ko/game.ts'
import { kiosk } from './ko/kiosk.ts'
import { board, how, me, pictures, privacy } from './ko/pages.ts'
import { prizes } from './ko/prizes.ts'
import { staff } from './ko/staff.ts'

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
  connect,
  awards,
  back,
  staff,
  prizes,
  crew,
  error: errors,
}

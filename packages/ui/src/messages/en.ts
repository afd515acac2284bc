import { awards, back } from './en/awards.ts'
import { captcha, common, inApp, nav, picture, time } from './en/common.ts'
import { connect } from './en/connect.ts'
import { crew } from './en/crew.ts'
import { errors } from './en/errors.ts'
import { join, play, result } from './en/game.ts'
import { kiosk } from './en/kiosk.ts'
import { board, how, me, pictures, privacy } from './en/pages.ts'
import { prizes } from './en/prizes.ts'
import { staff } from './en/staff.ts'

export const en = {
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

/** What every language has to say: exactly these keys. */
export type Messages = typeof en

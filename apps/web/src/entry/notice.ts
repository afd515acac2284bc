import type { GameErrorShape } from '@dabble/api'
import { shared } from '../storage/shared.ts'

/** Why the last entry was not taken; gone with the next attempt. */
export const entryNotice = shared<GameErrorShape | null>(null)

/** Counts up whenever a CAPTCHA solution was used or refused: the next one is wanted. */
export const captchaRound = shared(0)

/** True while an answer is overdue and the entry is being sent again. */
export const resending = shared(false)

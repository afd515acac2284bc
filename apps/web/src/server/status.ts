import type { Millis } from '@dabble/api'
import { shared } from '../storage/shared.ts'

/** Whether states arrive; null until the first word from the server. */
export const connected = shared<boolean | null>(null)

/** Since when the public board stands still; null while it does not. */
export const frozenAt = shared<Millis | null>(null)

/** The server's clock minus this phone's. */
export const clockOffset = shared<Millis>(0)

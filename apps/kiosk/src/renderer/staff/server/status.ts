import type { Millis } from '@dabble/api'
import { shared } from '@dabble/ui'

/** Whether states arrive; null until the first word from the server. */
export const connected = shared<boolean | null>(null)

/** The server's clock minus this device's. */
export const clockOffset = shared<Millis>(0)

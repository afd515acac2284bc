import type { Kiosk } from '../kiosk.ts'

/** One thing the program sets up. Answering `false` ends it: there is nothing to do for this process. */
export type Setup = (kiosk: Kiosk) => unknown

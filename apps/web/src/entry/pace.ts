import { isNumber, stored } from '../storage/stored.ts'

/** When the next entry will be accepted, by this phone's clock. */
export const waitUntil = stored('wait', isNumber)

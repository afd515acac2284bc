import { shared } from '../storage/shared.ts'

/** The player has just left: said once, on the screen where newcomers join. */
export const farewell = shared(false)

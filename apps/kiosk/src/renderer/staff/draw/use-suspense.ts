import { wantsMotion } from '@dabble/ui'
import { useRef } from 'react'

/** Long enough for people to look up, short enough for whoever holds the microphone. */
const suspenseMs = 1_800

/** Lets a result wait until the suspense is over; at once for people who asked for less motion. An error does not wait. */
export function useSuspense() {
  const over = useRef(false)
  return {
    /** Whether something was drawn here: a winner from before is no news. */
    get isOver() {
      return over.current
    },
    async around<T>(result: Promise<T>): Promise<T> {
      const wait = wantsMotion() ? suspenseMs : 0
      const [drawn] = await Promise.all([result, new Promise(done => setTimeout(done, wait))])
      over.current = true
      return drawn
    },
  }
}

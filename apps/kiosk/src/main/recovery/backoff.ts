const firstMs = 500
const longestMs = 30_000
/** After this long without trouble the next trouble is the first again. */
const calmMs = 120_000

/** How long to wait before the next try: at once at first, then twice as long each time, never longer than half a minute. */
export function createBackoff(now: () => number = Date.now) {
  let tries = 0
  let last = Number.NEGATIVE_INFINITY
  return {
    next(): number {
      if (now() - last > calmMs) tries = 0
      last = now()
      return Math.min(longestMs, firstMs * 2 ** tries++)
    },
  }
}

/**
 * Runs at a moment of `performance.now()` or later. Node's timers count from when the event loop last looked at the clock, so one
 * alone may fire a little early, and whoever waits for the moment would find that it has not come.
 */
export function notBefore(moment: number, run: () => void): void {
  const left = moment - performance.now()
  if (left <= 0) run()
  else setTimeout(() => notBefore(moment, run), Math.ceil(left)).unref()
}

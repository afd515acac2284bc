import { fstatSync } from 'node:fs'

/** Calls `gone` when the process that started this one is no more: its IPC channel, or else its end of our stdin pipe, closes. */
export function whenParentGone(gone: () => void) {
  if (process.channel) {
    process.once('disconnect', gone)
    return
  }
  const stdin = fstatSync(0, { throwIfNoEntry: false } as never)
  if (!stdin?.isFIFO() && !stdin?.isSocket()) return
  process.stdin.once('end', gone).once('error', gone).resume()
}

/** Calls `stop` once, on SIGTERM or SIGINT. */
export function whenToldToStop(stop: () => void) {
  let told = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (!told) stop()
      told = true
    })
}

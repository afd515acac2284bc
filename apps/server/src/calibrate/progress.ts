/** Where progress is told: a line that is written over at a terminal, a line every tenth elsewhere. */
export type Out = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>

/** Tells how far it is, and from how long it took so far how long it will take. `now` in milliseconds. */
export function createProgress(total: number, out: Out, now: () => number = () => performance.now()) {
  let began = now()
  let done = 0
  return {
    /** Drawing begins: models have been loaded. */
    begin() {
      began = now()
    },
    step() {
      done += 1
      const seconds = ((now() - began) / 1_000 / done) * (total - done)
      const line = `${done} of ${total} pictures, ${duration(seconds)} left`
      if (out.isTTY) out.write(`\r\x1b[K  ${line}${done === total ? '\n' : ''}`)
      else if (Math.floor((done * 10) / total) > Math.floor(((done - 1) * 10) / total)) out.write(`  ${line}\n`)
    },
  }
}

export const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`

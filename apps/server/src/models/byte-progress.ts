/** Where progress is told: a line that is written over at a terminal, a line every tenth elsewhere. */
export type Out = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>

const everyMs = 200

/**
 * Tells how many bytes have come, how fast, and how long the rest will take. Totals of the catalogue are rounded, so that they are
 * passed is no end. `now` in milliseconds.
 */
export function createByteProgress(out: Out, now: () => number = () => performance.now()) {
  let began: { at: number; done: number } | null = null
  let told = { at: Number.NEGATIVE_INFINITY, tenth: -1 }
  let open = false
  function tell(done: number, total: number) {
    // What came in an earlier run says nothing of this one's speed.
    began ??= { at: now(), done }
    const at = now()
    const tenth = total > 0 ? Math.floor((done / total) * 10) : 10
    const last = done >= total
    if (out.isTTY ? at - told.at < everyMs : tenth <= told.tenth) return
    told = { at, tenth }
    const rate = (done - began.done) / Math.max(0.001, (at - began.at) / 1_000)
    const left = rate > 0 && !last ? `, ${duration((total - done) / rate)} left` : ''
    const line = `${megabytes(done)} of ${megabytes(total)}${rate > 0 ? `, ${megabytes(rate)}/s` : ''}${left}`
    open = out.isTTY
    out.write(out.isTTY ? `\r\x1b[K  ${line}` : `  ${line}\n`)
  }
  return {
    tell,
    /** Whatever is written next begins a line of its own. */
    end() {
      if (open) out.write('\n')
      open = false
    },
  }
}

export const megabytes = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`

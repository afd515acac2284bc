import { quantile } from '@dabble/ml/calibration'
import { rounded, timed } from '../ml/times.ts'

export type Figures = {
  callers: number
  p50_ms: number
  p95_ms: number
  /** By the clock of the whole measurement. */
  per_s: number
}

/** So many callers at once, each with one call after the other; every caller's first two warm up and do not count. */
export async function callers(count: number, turns: number, call: (id: number) => Promise<unknown>): Promise<Figures> {
  await Promise.all(Array.from({ length: count }, (_, caller) => inTurn(2, i => call(caller * 2 + i))))
  const latencies: number[] = []
  const { ms } = await timed(() =>
    Promise.all(
      Array.from({ length: count }, (_, caller) =>
        inTurn(turns, async i => void latencies.push((await timed(() => call(count * 2 + caller * turns + i))).ms)),
      ),
    ),
  )
  return {
    callers: count,
    p50_ms: rounded(quantile(latencies, 0.5)),
    p95_ms: rounded(quantile(latencies, 0.95)),
    per_s: rounded((1000 * latencies.length) / ms),
  }
}

async function inTurn(times: number, work: (i: number) => Promise<unknown>) {
  for (let i = 0; i < times; i++) await work(i)
}

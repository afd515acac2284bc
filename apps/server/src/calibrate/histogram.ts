import type { Similarities } from '@dabble/ml/calibration'

/** Shares of pictures by similarity, in bins of equal width whose last ends at 1. */
export interface Bin {
  from: number
  to: number
  mismatch: number
  same: number
}

export function binsOf({ mismatch, same }: Similarities, width: number): Bin[] {
  const least = Math.min(...mismatch, ...same)
  const count = Math.max(1, Math.ceil((1 - least) / width - 1e-9))
  const share = (values: readonly number[], from: number, to: number, last: boolean) =>
    values.filter(x => x >= from && (last || x < to)).length / values.length
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [tidy(1 - (count - i) * width), tidy(1 - (count - i - 1) * width)]
    // Rounding may leave the least a little below the first.
    const low = i === 0 ? -Infinity : from
    const last = i === count - 1
    return { from, to, mismatch: share(mismatch, low, to, last), same: share(same, low, to, last) }
  })
}

/** Without what binary fractions leave behind. */
const tidy = (x: number) => Math.round(x * 1e9) / 1e9

const barLength = 24
const eighths = ' ▏▎▍▌▋▊▉█'

/** For a terminal: a line each bin. */
export function histogramLines(similarities: Similarities, width = 0.1): string[] {
  const bins = binsOf(similarities, width)
  const most = Math.max(...bins.flatMap(bin => [bin.mismatch, bin.same]))
  const bar = (share: number) => {
    const length = Math.round((share / most) * barLength * 8)
    return `${'█'.repeat(Math.floor(length / 8))}${(eighths[length % 8] as string).trim()}`.padEnd(barLength)
  }
  const percent = (share: number) =>
    (share === 0 ? '' : share < 0.005 ? '<1 %' : `${Math.round(share * 100)} %`).padStart(5)
  return [
    `${'similarity'.padEnd(15)} ${'other prompts'.padEnd(barLength + 6)}  same prompt, other noise`,
    ...bins.map(({ from, to, mismatch, same }) =>
      `${from.toFixed(2).padStart(5)} … ${to.toFixed(2).padStart(5)}   ${bar(mismatch)} ${percent(mismatch)}  ${bar(same)} ${percent(same)}`.trimEnd(),
    ),
  ]
}

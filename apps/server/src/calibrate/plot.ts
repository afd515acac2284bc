import type { Calibration } from '@dabble/api'
import { scoreOf } from '@dabble/api'
import type { Similarities } from '@dabble/ml/calibration'
import { binsOf } from './histogram.ts'

const area = { left: 64, right: 896, top: 64, bottom: 420 }
const colours = {
  mismatch: '#7a8ca3',
  same: '#e8892b',
  curve: '#1d3557',
  before: '#1d355766',
  grid: '#e3e7ec',
  ink: '#2b2f36',
}

export interface PlotParts {
  title: string
  similarities: Similarities
  knots: Calibration
  /** The curve it would replace. */
  before: Calibration
}

/** An SVG of both distributions (shares, left) and the curve from similarity to score (right). */
export function plotSvg({ title, similarities, knots, before }: PlotParts): string {
  const bins = binsOf(similarities, 0.02)
  const least = Math.floor((bins[0]?.from ?? 0) * 10) / 10
  const most = Math.max(...bins.flatMap(bin => [bin.mismatch, bin.same]))
  const x = (similarity: number) => place(similarity, least, 1, area.left, area.right)
  const score = (value: number) => place(Math.max(0, value), 0, 100, area.bottom, area.top)
  const share = (value: number) => place(value, 0, most, area.bottom, area.top)

  const bars = (kind: 'mismatch' | 'same') =>
    bins
      .filter(bin => bin[kind] > 0)
      .map(bin => {
        const [left, top] = [x(Math.max(least, bin.from)), share(bin[kind])]
        return `<rect x="${px(left)}" y="${px(top)}" width="${px(x(bin.to) - left)}" height="${px(area.bottom - top)}" fill="${colours[kind]}" fill-opacity="0.7"/>`
      })
  const curve = (calibration: Calibration, style: string) => {
    const inner = calibration.map(([similarity]) => similarity).filter(similarity => similarity > least)
    const points = [least, ...inner].map(
      similarity => `${px(x(similarity))},${px(score(scoreOf(similarity, calibration)))}`,
    )
    return `<polyline points="${points.join(' ')}" fill="none" ${style}/>`
  }
  const dots = knots
    .filter(([similarity]) => similarity > least)
    .map(([similarity, value]) => {
      const [cx, cy] = [x(similarity), score(value)]
      const label = `${Number(similarity.toFixed(4))} → ${value}`
      return `<circle cx="${px(cx)}" cy="${px(cy)}" r="4" fill="${colours.curve}"/>${text(cx - 8, cy - 8, label, 'end')}`
    })
  const ticks = Array.from({ length: Math.round((1 - least) * 10) + 1 }, (_, i) => Math.round(least * 10 + i) / 10)
  const legend = [
    ['other prompts', colours.mismatch, similarities.mismatch.length],
    ['same prompt, other noise', colours.same, similarities.same.length],
  ].map(([name, colour, count], i) => {
    const y = area.top + 12 + i * 22
    return `<rect x="${area.left + 12}" y="${y - 11}" width="14" height="14" fill="${colour}" fill-opacity="0.7"/>${text(area.left + 34, y, `${name}: ${count}`)}`
  })

  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 480" width="960" height="480" font-family="system-ui, sans-serif" font-size="13" fill="${colours.ink}">
<rect width="960" height="480" fill="#fff"/>
${text(area.left, 34, title, 'start', 'font-size="17" font-weight="600"')}
${[0, 25, 50, 75, 100].map(value => `<path d="M${area.left} ${px(score(value))}H${area.right}" stroke="${colours.grid}"/>${text(area.right + 10, score(value) + 4, String(value))}`).join('\n')}
${ticks.map(tick => text(x(tick), area.bottom + 22, tick.toFixed(1), 'middle')).join('\n')}
${[...bars('mismatch'), ...bars('same')].join('\n')}
${curve(before, `stroke="${colours.before}" stroke-width="2" stroke-dasharray="5 5"`)}
${curve(knots, `stroke="${colours.curve}" stroke-width="2.5"`)}
${[...dots, ...legend].join('\n')}
${text((area.left + area.right) / 2, area.bottom + 46, 'similarity to the target', 'middle')}
${text(area.right + 10, area.top - 14, 'score')}
${text(area.left, area.top - 14, `share in each 0.02 of similarity, at most ${Math.round(most * 100)} %; dashed: the curve until now`)}
</svg>
`
}

const place = (value: number, low: number, high: number, from: number, to: number) =>
  from + ((value - low) / (high - low)) * (to - from)

const px = (length: number) => Number(length.toFixed(1))

/** So that words can be read on bars and lines. */
const halo = 'paint-order="stroke" stroke="#fff" stroke-width="3"'

const text = (x: number, y: number, words: string, anchor = 'start', style = '') =>
  `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}" ${halo} ${style}>${words.replace(/[<&]/g, sign => (sign === '<' ? '&lt;' : '&amp;'))}</text>`

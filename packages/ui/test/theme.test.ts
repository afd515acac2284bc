import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../src/theme.css', import.meta.url), 'utf8')

/** Custom properties of every block whose selector line contains `selector`, in order. */
function tokens(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries([...block.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]))
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(i => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const dark = tokens(':root')
const light = { ...dark, ...tokens(':root[data-theme="light"]') }

test.each([
  ['dark', dark],
  ['light', light],
])('text is readable on every ground: %s', (_, theme) => {
  const pairs = ['--text', '--muted', '--accent', '--good', '--danger'].flatMap(ink =>
    ['--bg', '--surface', '--surface-2'].map(ground => [ink, ground] as const),
  )
  const fills = ['--duck', '--gold', '--silver', '--bronze'].map(fill => ['--duck-ink', fill] as const)
  for (const [ink, ground] of [...pairs, ...fills, ['--accent-ink', '--accent'] as const]) {
    expect(contrast(theme[ink] as string, theme[ground] as string), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  }
})

test('the light theme by preference and by choice are the same', () => {
  expect(tokens(':root:not([data-theme="dark"])')).toEqual(tokens(':root[data-theme="light"]'))
})

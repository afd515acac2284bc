import { readFileSync } from 'node:fs'
import file from '../golden/cases.json' with { type: 'json' }
import shapes from '../golden/shapes.json' with { type: 'json' }

/** Prompts with token ids, and image embeddings rounded to six digits. */
export const cases = file.cases

const folder = new URL('../golden/', import.meta.url)

/** Raw little-endian float32 and its shape. */
export function golden(name: keyof typeof shapes): { values: Float32Array; shape: number[] } {
  const bytes = readFileSync(new URL(`${name}.f32`, folder))
  return { values: new Float32Array(Uint8Array.from(bytes).buffer), shape: shapes[name] }
}

export const goldenPng = (index: number) => readFileSync(new URL(`${index}.png`, folder))

/** Largest absolute difference; NaN counts as infinite. */
export function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY
  let largest = 0
  for (let i = 0; i < a.length; i++) {
    const d = Math.abs((a[i] as number) - (b[i] as number))
    if (!(d <= largest)) largest = Number.isNaN(d) ? Number.POSITIVE_INFINITY : d
  }
  return largest
}

/**
 * Usage: node packages/ml/scripts/calibrate-pocket.ts
 *
 * Draws duck-and-swan targets, each in several noises, and scenes that miss them; measures similarities; writes the knots of
 * pocket's calibration into bundle.json. A picture nobody aimed at the target scores about 0, and 95 is where a player stands
 * who found the target's prompt but has other noise, as every round does. About a minute on one core.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { mersenne } from 'pure-rand/generator/mersenne'
import { pocketDir, verifyBundle } from '../src/bundle/index.ts'
import { createPipeline } from '../src/pipeline/index.ts'
import { type Language, missPrompt, type Pick, targetPrompt } from './scene-prompts.ts'

const targets = 24
const noisesPerTarget = 4
const misses = 120

const pipeline = await createPipeline(await verifyBundle(pocketDir), { provider: 'cpu', threads: 1 })
const random = mersenne(1)
const pick: Pick = from => from[uniformInt(random, 0, from.length - 1)] as (typeof from)[number]
const language = (i: number): Language => (i % 2 === 0 ? 0 : 1)

async function embeddingOf(prompt: string, seed: number) {
  const { picture } = await pipeline.draw({ prompt, seed })
  return pipeline.embedPicture(picture)
}

const groups: Float32Array[][] = []
for (let i = 0; i < targets; i++) {
  const prompt = targetPrompt(pick, language(i))
  const group: Float32Array[] = []
  for (let noise = 0; noise < noisesPerTarget; noise++) group.push(await embeddingOf(prompt, 1000 * i + noise))
  groups.push(group)
}
const missed: Float32Array[] = []
for (let i = 0; i < misses; i++) missed.push(await embeddingOf(missPrompt(pick, language(i)), 1_000_000 + i))

const same = groups.flatMap(group => group.flatMap((a, i) => group.slice(i + 1).map(b => cosine(a, b))))
const mismatch = groups.flat().flatMap(a => missed.map(b => cosine(a, b)))

const median = round(quantile(mismatch, 0.5))
const p95 = round(quantile(same, 0.95))
// Below the median the line goes on with the slope it has above.
const knots = [
  [-1, round((-95 * (median + 1)) / (p95 - median))],
  [median, 0],
  [p95, 95],
  [1, 100],
]
const measured = { mismatch: spread(mismatch), same: spread(same), targets, noisesPerTarget, misses }

const path = join(pocketDir, 'bundle.json')
const bundle = JSON.parse(readFileSync(path, 'utf8'))
writeFileSync(path, `${JSON.stringify({ ...bundle, calibration: { knots, measured } }, null, 2)}\n`)
console.log(knots, measured)

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] as number), 0)
}

function quantile(values: number[], q: number): number {
  return values.toSorted((a, b) => a - b)[Math.round(q * (values.length - 1))] as number
}

function spread(values: number[]) {
  const quantiles = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 }
  return Object.fromEntries(Object.entries(quantiles).map(([name, q]) => [name, round(quantile(values, q))]))
}

function round(x: number): number {
  return Math.round(x * 1e4) / 1e4
}

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
import { fitCalibration } from '../src/calibration/index.ts'
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

const { knots, measured } = fitCalibration({ mismatch, same })
const calibration = { knots, measured: { ...measured, targets, noisesPerTarget, misses } }

const path = join(pocketDir, 'bundle.json')
const bundle = JSON.parse(readFileSync(path, 'utf8'))
writeFileSync(path, `${JSON.stringify({ ...bundle, calibration }, null, 2)}\n`)
console.log(calibration)

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] as number), 0)
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Rows } from '../pipeline/rows.ts'

const numbers = z.array(z.number())

const caseFile = z.object({
  prompt: z.string(),
  negative: z.string(),
  steps: z.int().positive(),
  guidance: z.number(),
  input_ids: z.array(z.int()),
  timesteps: numbers,
  sigmas: numbers.nullable(),
  init_noise_sigma: z.number(),
})

/** One picture of the reference, stage by stage. */
export type GoldenCase = z.infer<typeof caseFile> & {
  name: string
  /** A stage's tensor, its batch of one taken off; undefined where the pipeline has no such stage. */
  find(stage: string): Rows | undefined
  /** The same for stages that every pipeline has. Throws where it is missing. */
  tensor(stage: string): Rows
  /** A picture's file. */
  picture(name: string): Buffer
}

/** Names of the cases in a `golden` folder. */
export function caseNames(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries.flatMap(entry => (entry.isDirectory() ? entry.name : [])).sort()
}

/** Throws when its files are missing or not what they should be. */
export function readCase(folder: string, name: string): GoldenCase {
  const json = (file: string) => JSON.parse(readFileSync(join(folder, name, file), 'utf8'))
  const shapes = z.record(z.string(), z.array(z.int())).parse(json('shapes.json'))

  function find(stage: string): Rows | undefined {
    const shape = shapes[stage]
    return shape && { values: float32(readFileSync(join(folder, name, `${stage}.f32`))), shape: shape.slice(1) }
  }
  function tensor(stage: string): Rows {
    const found = find(stage)
    if (!found) throw new Error(`shapes.json has no ${stage}`)
    return found
  }
  return {
    ...caseFile.parse(json('case.json')),
    name,
    find,
    tensor,
    picture: file => readFileSync(join(folder, name, file)),
  }
}

/** Raw little-endian float32. */
const float32 = (bytes: Buffer) => new Float32Array(Uint8Array.from(bytes).buffer)

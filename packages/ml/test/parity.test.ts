import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareFixtures } from '../src/parity/index.ts'
import { fixturesDir } from './support/fixtures.ts'

const silent = () => {}

// Four seconds of computing; a busy machine may take its time.
test('every stage of every reference pipeline, trace, string and encoder', { timeout: 120_000 }, async () => {
  const parity = await compareFixtures(fixturesDir, silent)
  expect(parity.failures).toEqual([])
  expect(parity).toMatchObject({ pipelines: 6, cases: 12, schedulers: 63, strings: 68, pictures: 12, encoders: 2 })
  expect(parity.absent).toEqual([])
  // Much nearer than allowed, so that an approximation does not slip in.
  for (const stage of ['text_states', 'model_output', 'latents', 'decoded', 'decoded_taesd'])
    expect(parity.worst[stage]).toBeLessThan(3e-5)
})

describe('another folder', () => {
  let dir: string
  const golden = (file: string) => join(dir, 'sd15-ddim/golden/plain', file)
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'dabble-parity-'))
    cpSync(join(fixturesDir, 'pipelines/sd15-ddim'), join(dir, 'sd15-ddim'), { recursive: true })
  })
  afterAll(() => rmSync(dir, { recursive: true }))

  test('a pipeline alone, by its own folder or the one around it', async () => {
    for (const folder of [dir, join(dir, 'sd15-ddim')]) {
      const { pipelines, cases, failed, absent } = await compareFixtures(folder, silent)
      expect({ pipelines, cases, failed }).toEqual({ pipelines: 1, cases: 2, failed: 0 })
      expect(absent).toContain('taesd/model.onnx')
    }
  })

  test('one wrong number in a golden is found, by case and stage', async () => {
    const bytes = readFileSync(golden('latents_2.f32'))
    bytes.writeFloatLE(bytes.readFloatLE(40) + 0.05, 40)
    writeFileSync(golden('latents_2.f32'), bytes)
    const { failures } = await compareFixtures(dir, silent)
    expect(failures.map(line => line.split(' is off')[0])).toEqual([
      'sd15-ddim/plain: scheduler_step',
      'sd15-ddim/plain: model_output',
      'sd15-ddim/plain: scheduler_step',
      'sd15-ddim/plain: latents',
    ])
  })

  test('what cannot be read fails its case and leaves the others', async () => {
    writeFileSync(golden('case.json'), '{"prompt": ')
    const { cases, failed, failures } = await compareFixtures(dir, silent)
    expect({ cases, failed }).toEqual({ cases: 1, failed: 1 })
    expect(failures[0]).toMatch(/^sd15-ddim\/plain: /)
  })
})

test('a folder with nothing to compare, or none, is refused in one line', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'dabble-parity-'))
  await expect(compareFixtures(dir, silent)).rejects.toThrow(
    /^\S+ has no pipelines and no other fixtures; name a folder/,
  )
  rmSync(dir, { recursive: true })
  await expect(compareFixtures(dir, silent)).rejects.toThrow(RangeError)
})

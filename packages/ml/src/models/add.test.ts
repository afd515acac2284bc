import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyBundle } from '../bundle/index.ts'
import { type Addition, add } from './add.ts'
import { readConfigs } from './configs.ts'
import { ModelsError } from './models-error.ts'
import { stepsAndGuidance } from './propose.ts'
import { tryOut } from './try-out.ts'

const fixtures = fileURLToPath(new URL('../../test/fixtures', import.meta.url))
const pipeline = (name: string) => join(fixtures, 'pipelines', name)

let models: string
let addition: Addition
beforeEach(() => {
  models = mkdtempSync(join(tmpdir(), 'dabble-add-'))
  addition = {
    name: 'mine',
    licence: 'MIT',
    pipeline: pipeline('sd-turbo'),
    clip: join(fixtures, 'clip'),
    models,
    link: false,
    tryOut: async () => {},
    say: () => {},
  }
})
afterEach(() => rmSync(models, { recursive: true }))

async function refusal(changes: Partial<Addition>): Promise<string[]> {
  const error = await add({ ...addition, ...changes }).catch(error => error)
  expect(error).toBeInstanceOf(ModelsError)
  expect(readdirSync(models).filter(name => name !== 'source')).toEqual([])
  return error.message.split('\n')
}

/** A copy of a pipeline, to be spoilt. */
function source(name = 'sd-turbo'): string {
  const copy = join(models, 'source')
  cpSync(pipeline(name), copy, { recursive: true })
  return copy
}

test('an exported pipeline, a CLIP and a tiny decoder become a bundle that really draws and compares', async () => {
  const seconds: number[] = []
  const { folder } = await add({
    ...addition,
    taesd: join(fixtures, 'taesd'),
    tryOut: async bundle => seconds.push(await tryOut(bundle, { gpu: null, threads: 1 })),
  })
  expect(seconds[0]).toBeGreaterThan(0)
  const manifest = await verifyBundle(folder)
  expect(manifest).toMatchObject({ name: 'mine', licence: 'MIT', steps: 1, guidance: 0, decoder: 'taesd' })
  expect(Object.keys(manifest.files).some(path => path.startsWith('golden/'))).toBe(false)
})

test('external weights come along, and links need no space', async () => {
  const from = pipeline('sd-turbo-legacy-fp16')
  const { folder } = await add({ ...addition, pipeline: from, link: true })
  expect(statSync(join(folder, 'unet/model.onnx_data')).ino).toBe(statSync(join(from, 'unet/model.onnx_data')).ino)
  await verifyBundle(folder)
})

test('wishes go before what is proposed', async () => {
  const { proposal } = await add({ ...addition, steps: 3, guidance: 2, picture: { width: 64, height: 48 } })
  expect(proposal).toMatchObject({ steps: 3, guidance: 2, picture: { width: 64, height: 48 } })
})

test.each([
  ['sd-turbo', { steps: 1, guidance: 0 }],
  ['sd-turbo-legacy-fp16', { steps: 1, guidance: 0 }],
  ['sdxl-turbo', { steps: 1, guidance: 0 }],
  ['sd15-lcm', { steps: 4, guidance: 1 }],
  ['sd15-ddim', { steps: 25, guidance: 7.5 }],
  ['sd21-v', { steps: 25, guidance: 7.5 }],
])('what is proposed for %s', async (name, expected) => {
  const folder = source(name)
  cpSync(join(fixtures, 'clip'), join(folder, 'clip'), { recursive: true })
  expect(stepsAndGuidance(await readConfigs(folder))).toEqual(expected)
})

describe('refused, in a line a trouble', () => {
  test('a folder that is no pipeline', async () => {
    const lines = await refusal({ pipeline: fixtures, clip: fixtures })
    expect(lines).toHaveLength(7)
    expect(lines[0]).toMatch(/model_index\.json is missing\. It is no diffusers pipeline/)
    expect(lines.at(-2)).toMatch(/onnx\/vision_model\.onnx is missing\. Name another folder with --clip/)
  })

  test('configurations that are missing or of another kind', async () => {
    const folder = source()
    rmSync(join(folder, 'vae_decoder/config.json'))
    writeFileSync(join(folder, 'model_index.json'), '{"_class_name": "FluxPipeline"}')
    expect(await refusal({ pipeline: folder })).toEqual([
      expect.stringMatching(/^model_index\.json cannot be used: _class_name: /),
      expect.stringMatching(/^vae_decoder\/config\.json is missing/),
    ])
  })

  test('a graph that does not open', async () => {
    const folder = source()
    writeFileSync(join(folder, 'unet/model.onnx'), readFileSync(join(folder, 'unet/model.onnx')).subarray(0, 5_000))
    const [line] = await refusal({
      pipeline: folder,
      tryOut: bundle => tryOut(bundle, { gpu: null, threads: 1 }),
    })
    expect(line).toMatch(/unet\/model\.onnx does not load/)
  })

  test('what is stopped while it draws, or before', async () => {
    const stop = new AbortController()
    const tryOut = async () => stop.abort(new ModelsError('Stopped.'))
    expect(await refusal({ signal: stop.signal, tryOut })).toEqual(['Stopped.'])
    expect(await refusal({ signal: stop.signal, pipeline: pipeline('sd15-lcm') })).toEqual(['Stopped.'])
  })

  test('a name that is taken', async () => {
    const { folder } = await add(addition)
    appendFileSync(join(folder, 'mine.txt'), 'mine')
    await expect(add(addition)).rejects.toThrow(/mine is there already\. Choose another --name/)
    expect(existsSync(join(folder, 'mine.txt'))).toBe(true)
  })
})

import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { verifyBundle } from '@dabble/ml/bundle'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { entryOf, filesBelow, pinnedFiles, startHub } from '../../../../packages/ml/test/support/hub.ts'
import { temporaryFolder } from '../game/testing/fixture.ts'
import { addModel } from './add.ts'
import { createByteProgress } from './byte-progress.ts'
import { fuseModel } from './fuse.ts'
import { listModels } from './list.ts'
import { pullModel } from './pull.ts'
import { verifyModels } from './verify.ts'

const fixtures = fileURLToPath(new URL('../../../../packages/ml/test/fixtures', import.meta.url))
const repositories = {
  'tiny/sd-turbo': filesBelow(join(fixtures, 'pipelines/sd-turbo')),
  'tiny/clip': filesBelow(join(fixtures, 'clip')),
}
const catalogue = [
  entryOf({
    name: 'sd-turbo',
    kind: 'pipeline',
    licence: { name: 'strict', open: false, url: 'https://example.org/strict' },
    files: pinnedFiles('tiny/sd-turbo', repositories['tiny/sd-turbo']),
  }),
  entryOf({ name: 'clip-vit-b32', kind: 'clip', files: pinnedFiles('tiny/clip', repositories['tiny/clip']) }),
]
const config = { gpus: [], threads: null }

let models: string
let said: string
beforeEach(() => {
  models = join(temporaryFolder(), 'models')
  said = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    said += text
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

describe('models', () => {
  let hub: Awaited<ReturnType<typeof startHub>>
  beforeEach(async () => {
    hub = await startHub(repositories)
  })
  afterEach(() => hub.close())

  const pull = (...args: string[]) => pullModel(args, config, models, catalogue)

  it('are pulled through a mirror, by option or by environment, once at a time, and are ready to play with', async () => {
    const accept = ['--accept-licence', 'strict']
    vi.stubEnv('HF_TOKEN', 'hf_secret')
    const first = pull('sd-turbo', '--mirror', `${hub.url}/`, ...accept)
    await expect(pull('sd-turbo', '--mirror', hub.url, ...accept)).rejects.toThrow(
      'sd-turbo is being worked on by another process. Wait for that one, or stop it.',
    )
    expect(await first).toBe(0)
    await verifyBundle(join(models, 'sd-turbo'))
    // A mirror that is tried is not told the hub's secret; one that the environment names beside it is.
    const told = () => new Set(hub.requests.filter(({ store }) => !store).map(({ authorization }) => authorization))
    expect(told()).toEqual(new Set([undefined]))
    expect(said).toMatch(/Ready: GPUS=0 DABBLE_BUNDLE=.*models\/sd-turbo npm start/)

    vi.stubEnv('HF_ENDPOINT', hub.url)
    hub.requests.length = 0
    expect(await pull('clip-vit-b32')).toBe(0)
    expect(told()).toEqual(new Set(['Bearer hf_secret']))
    expect(await verifyModels([], models)).toBe(0)
    expect(said).toMatch(/clip-vit-b32: \d+ files, .* all as they should be\nsd-turbo: \d+ files/)
    await listModels(models)
    expect(said).toMatch(/Here, in .*\n {2}clip-vit-b32 .*licence MIT\n {2}sd-turbo .*licence strict, MIT\n$/)

    writeFileSync(join(models, 'sd-turbo/bundle.json'), '{')
    said = ''
    expect(await verifyModels([], models)).toBe(1)
    expect(said).toMatch(/^clip-vit-b32: .*\n.*sd-turbo\/bundle\.json is damaged\. Remove the folder/)

    // A CLIP that was pulled is the one that goes with what is added.
    said = ''
    const source = join(fixtures, 'pipelines/sd15-lcm')
    expect(await addModel([source, '--name', 'mine', '--licence', 'own'], config, models)).toBe(0)
    expect(said).toMatch(/Drawn in .* on the CPU\nmine: 32x32, 4 steps, guidance 1\./)
    const { id } = await verifyBundle(join(models, 'mine'))

    said = ''
    expect(await fuseModel(['mine'], config, models)).toBe(0)
    expect(said).toMatch(/draws in 4 steps: only its decoder[\s\S]*\nmine@\w+: fused decoder, vision; 0\.00 % /)
    expect((await verifyBundle(join(models, 'mine'))).id).not.toBe(id)
    expect(await verifyModels(['mine'], models)).toBe(0)
    expect(await fuseModel(['mine', '--undo'], config, models)).toBe(0)
    expect((await verifyBundle(join(models, 'mine'))).id).toBe(id)
    await expect(fuseModel([], config, models)).rejects.toThrow(/^Use: models fuse NAME/)
  })

  it('are refused where the order is not understood', async () => {
    await expect(pull()).rejects.toThrow(/^Use: models pull NAME/)
    await expect(pull('sd-turbo', '--clips', 'x')).rejects.toThrow(/Unknown option '--clips'.*Use: models pull/)
    await expect(pull('sd-turbo', '--steps', 'many')).rejects.toThrow(
      '--steps must be a number from 1 to 200, not "many".',
    )
    await expect(pull('sd-turbo', '--steps', '1.5')).rejects.toThrow('--steps must be a whole number, not "1.5".')
    await expect(pull('sd-turbo', '--mirror', 'elsewhere')).rejects.toThrow(/--mirror must be an address like https/)
    await expect(pull('sd-turbo')).rejects.toThrow(/add --accept-licence strict/)
    await expect(addModel([fixtures, '--name', 'mine', '--licence', 'own'], config, models)).rejects.toThrow(
      /model_index\.json is missing[\s\S]*clip-vit-b32\/onnx\/vision_model\.onnx is missing\. .*models pull clip-vit-b32/,
    )
    await expect(verifyModels(['none'], models)).rejects.toThrow(/There is no model "none" in .*: none yet\./)
    expect(readdirSync(models).filter(name => !name.endsWith('.lock'))).toEqual([])
  })
})

it('tells progress in one line at a terminal, and by tenths elsewhere', () => {
  let now = 0
  const tell = (isTTY: boolean) => {
    const lines: string[] = []
    const out = { isTTY, write: (line: string) => lines.push(line) > 0 } as NodeJS.WriteStream
    const progress = createByteProgress(out, () => now)
    for (let done = 100; done <= 1_000; done += 50, now += 500) progress.tell(done * 1e6, 1e9)
    // The catalogue's sizes are rounded.
    for (let done = 1_001; done <= 1_005; done++) progress.tell(done * 1e6, 1e9)
    progress.end()
    progress.end()
    return lines.join('')
  }
  const lines = tell(false).split('\n')
  expect(lines).toHaveLength(11)
  expect(lines[1]).toBe('  200 MB of 1.0 GB, 100 MB/s, 8 s left')
  expect(lines.at(-2)).toBe('  1.0 GB of 1.0 GB, 100 MB/s')
  expect(tell(true).match(/\n/g)).toHaveLength(1)
})

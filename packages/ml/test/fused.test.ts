import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BundleError, readBundleManifest, verifyBundle } from '../src/bundle/index.ts'
import { fuseBundle, fuseChecked, unfuse } from '../src/fuse/index.ts'
import { sharp } from '../src/image/sharp.ts'
import { type Addition, add } from '../src/models/add.ts'
import { drawSample } from '../src/models/index.ts'
import { createPipeline, type Drawing, type Pipeline } from '../src/pipeline/index.ts'
import { fixturesDir } from './support/fixtures.ts'

let models: string
beforeEach(() => {
  models = mkdtempSync(join(tmpdir(), 'dabble-fused-'))
})
afterEach(() => rmSync(models, { recursive: true }))

/** A bundle of a reference pipeline, whose pictures are wider than high. */
async function bundleOf(pipeline: string, wishes: Partial<Addition> = {}): Promise<string> {
  const { folder } = await add({
    name: 'mine',
    licence: 'MIT',
    pipeline: join(fixturesDir, 'pipelines', pipeline),
    clip: join(fixturesDir, 'clip'),
    models,
    link: false,
    picture: { width: 64, height: 32 },
    tryOut: async () => {},
    say: () => {},
    ...wishes,
  })
  return folder
}

const open = async (folder: string) => createPipeline(await verifyBundle(folder), { provider: 'cpu', threads: 1 })

const requests = ['a duck', '오리와 백조', '', 'a swan at sunset'].map((prompt, seed) => ({ prompt, seed }))
const picture = (drawn: PromiseSettledResult<Drawing> | undefined) => {
  if (drawn?.status !== 'fulfilled') throw drawn?.reason
  return drawn.value.picture
}
async function levels({ drawBatch }: Pipeline, batch: number) {
  const drawn = await drawBatch(requests.slice(0, batch))
  return Buffer.concat(await Promise.all(drawn.map(one => sharp(picture(one)).raw().toBuffer())))
}
/** The share of 8-bit values that are further apart than so many levels. */
const apart = (a: Buffer, b: Buffer, most: number) =>
  a.reduce((sum, value, i) => sum + (Math.abs(value - (b[i] as number)) <= most ? 0 : 1), 0) / a.length
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0)

test.each<[string, Partial<Addition>, string[]]>([
  ['sd-turbo', {}, ['oneStep', 'vision']],
  ['sd-turbo', { taesd: join(fixturesDir, 'taesd') }, ['oneStep', 'vision']],
  ['sd-turbo-legacy-fp16', {}, ['oneStep', 'vision']],
  ['sdxl-turbo', {}, ['oneStep', 'vision']],
  ['sd15-ddim', { steps: 2 }, ['decoder', 'vision']],
])('%s, %o: fused %s, the same pictures and features', async (name, wishes, made) => {
  const folder = await bundleOf(name, wishes)
  const plain = await open(folder)
  const fusion = await fuseBundle(folder)
  expect(fusion.made).toEqual(made)
  const fused = await open(folder)
  for (const batch of [1, 4]) {
    const [before, after] = [await levels(plain, batch), await levels(fused, batch)]
    expect(apart(before, after, 1)).toBeLessThanOrEqual(0.001)
    // Otherwise the comparison would say nothing.
    expect(before.length).toBe(batch * 64 * 32 * 3)
    expect(Math.max(...before) - Math.min(...before)).toBeGreaterThan(50)
  }
  const { picture: file } = await plain.draw({ prompt: 'a duck', seed: 1 })
  const other = await sharp(file).resize(50, 70).png().toBuffer()
  expect(dot(await plain.embedPicture(file), await fused.embedPicture(file))).toBeGreaterThan(0.99999)
  expect(await fused.embedPicture(other)).toEqual(await plain.embedPicture(other))
})

test('partial pictures come out of the fused decoder as well', async () => {
  const folder = await bundleOf('sd15-lcm', { steps: 3 })
  const partials = async ({ draw }: Pipeline) => {
    const files: Buffer[] = []
    await draw({ prompt: 'a swan', seed: 2, partialImages: 2, onPartial: ({ picture }) => files.push(picture) })
    return Buffer.concat(await Promise.all(files.map(file => sharp(file).raw().toBuffer())))
  }
  const before = await partials(await open(folder))
  await fuseBundle(folder)
  const after = await partials(await open(folder))
  expect(after.length).toBe(2 * 64 * 32 * 3)
  // Lossy WebP makes more of a difference of one level.
  expect(apart(before, after, 8)).toBeLessThanOrEqual(0.001)
})

test('through the sidecar: drawn before and after; weights are not written twice; taken back, it is what it was', async () => {
  const folder = await bundleOf('sd-turbo-legacy-fp16')
  const before = readFileSync(join(folder, 'bundle.json'), 'utf8')
  const fused = await fuseChecked(folder, bundle => drawSample(bundle, { gpu: null, threads: 1 }))
  expect(fused).toMatchObject({ made: ['oneStep', 'vision'], left: [], off: 0 })
  expect(readBundleManifest(folder).id).toBe(fused.id)
  expect(fused.id).not.toBe((await unfusedId(folder)).id)
  const size = (path: string) => statSync(join(folder, path)).size
  const parts = ['text_encoder/model.onnx', 'unet/model.onnx', 'unet/model.onnx_data', 'vae_decoder/model.onnx']
  expect(size('fused-one-step.onnx')).toBeLessThan(0.6 * parts.map(size).reduce((a, b) => a + b))
  await unfuse(folder)
  expect(readFileSync(join(folder, 'bundle.json'), 'utf8')).toBe(before)
  await verifyBundle(folder)
})

async function unfusedId(folder: string) {
  const manifest = readBundleManifest(folder)
  const file = join(folder, 'bundle.json')
  const text = readFileSync(file, 'utf8')
  const { fused: _, ...rest } = JSON.parse(text)
  writeFileSync(file, JSON.stringify({ ...rest, files: withoutFused(manifest.files) }))
  const unfused = readBundleManifest(folder)
  writeFileSync(file, text)
  return unfused
}

const withoutFused = (files: object) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('fused-')))

test('a fused bundle that draws something else is put back', async () => {
  const folder = await bundleOf('sd-turbo')
  const { id } = readBundleManifest(folder)
  let seed = 0
  const draw = async (bundle: string) => {
    const { draw, embedPicture } = await open(bundle)
    const { picture: png } = await draw({ prompt: 'a duck', seed: seed++ })
    return { png, vector: await embedPicture(png), seconds: 1 }
  }
  await expect(fuseChecked(folder, draw)).rejects.toThrow(
    /^The fused graphs draw another picture \(.*stays as it was\.$/,
  )
  expect(readBundleManifest(folder).id).toBe(id)
  expect(readdirSync(folder).filter(name => name.startsWith('fused'))).toEqual([])
})

describe('refused in one line', () => {
  async function refusal(work: Promise<unknown>): Promise<string> {
    const error = await work.then(String, error => error)
    expect(error).toBeInstanceOf(BundleError)
    expect(error.message).not.toContain('\n')
    return error.message
  }

  test('a bundle that was changed since it was fused', async () => {
    const folder = await bundleOf('sd-turbo')
    await fuseBundle(folder)
    const file = join(folder, 'bundle.json')
    writeFileSync(
      file,
      JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), picture: { width: 32, height: 32 } }),
    )
    expect(await refusal(verifyBundle(folder))).toMatch(/was changed since its graphs were fused: fuse them again/)
    await fuseBundle(folder)
    await verifyBundle(folder)
  })

  test('a fused graph that is damaged, and a file in the root that could be weights', async () => {
    const folder = await bundleOf('sd-turbo')
    await fuseBundle(folder)
    writeFileSync(join(folder, 'weights'), '')
    expect(await refusal(verifyBundle(folder))).toMatch(/does not list weights/)
    rmSync(join(folder, 'weights'))
    appendFileSync(join(folder, 'fused-one-step.onnx'), ' ')
    expect(await refusal(verifyBundle(folder))).toMatch(/fused-one-step\.onnx is damaged/)
  })
})

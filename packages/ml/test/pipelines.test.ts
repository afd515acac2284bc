import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BundleError, pocketDir, readBundleManifest } from '../src/bundle/index.ts'
import { sharp } from '../src/image/sharp.ts'
import type { Graph } from '../src/onnx.ts'
import { createDrawBatch, type Diffusion, type Drawing, openDiffusion } from '../src/pipeline/index.ts'
import { fixturesDir } from './support/fixtures.ts'
import { difference } from './support/golden.ts'

const picture = { width: 32, height: 32 }
const open = (name: string) =>
  openDiffusion(join(fixturesDir, 'pipelines', name), 'vae_decoder', { provider: 'cpu', threads: 1 })
const fulfilled = (result: PromiseSettledResult<Drawing> | undefined) => {
  if (result?.status !== 'fulfilled') throw result?.reason
  return result.value.picture
}
const pixels = (file: Buffer) => sharp(file).raw().toBuffer()
const prompts = ['a duck', '오리와 백조', '', 'a swan at sunset']
const requests = prompts.map((prompt, seed) => ({ prompt, seed }))

/** As they are drawn alone. */
async function alone(diffusion: Diffusion, settings: Parameters<typeof createDrawBatch>[1]) {
  const drawBatch = await createDrawBatch(diffusion, settings)
  const pictures: Buffer[] = []
  for (const request of requests) pictures.push(await pixels(fulfilled((await drawBatch([request]))[0])))
  return { drawBatch, pictures }
}

test.each([
  ['sd-turbo', { picture, steps: 2, guidance: 0 }],
  ['sd-turbo-legacy-fp16', { picture, steps: 1, guidance: 0 }],
  ['sd15-ddim', { picture, steps: 3, guidance: 7.5, negativePrompt: 'blurry' }],
  ['sdxl-turbo', { picture: { width: 48, height: 32 }, steps: 2, guidance: 3 }],
] as const)('%s: each picture of a batch is the one drawn alone, to one 8-bit level', async (name, settings) => {
  const { drawBatch, pictures } = await alone(await open(name), settings)
  const batch = await Promise.all((await drawBatch(requests)).map(result => pixels(fulfilled(result))))
  for (const [i, own] of pictures.entries()) {
    expect(difference(batch[i] as Buffer, own)).toBeLessThanOrEqual(1)
    // Otherwise the comparison would say nothing.
    for (const other of pictures.slice(i + 1)) expect(difference(own, other)).toBeGreaterThan(8)
  }
})

test('one that leaves in the middle ends with its reason; the others get their pictures, and their own partial ones', async () => {
  const { drawBatch, pictures } = await alone(await open('sd-turbo'), { picture, steps: 4, guidance: 0 })
  const leaving = new AbortController()
  const reason = new Error('its caller has gone')
  const partials: string[] = []
  const watched = requests.map((request, i) => ({
    ...request,
    signal: i === 1 ? leaving.signal : new AbortController().signal,
    partialImages: i === 3 ? 0 : 3,
    onPartial: ({ step }: { step: number }) => {
      partials.push(`${i}:${step}`)
      if (i === 2 && step === 2) leaving.abort(reason)
    },
  }))
  const batch = await drawBatch(watched)
  expect(batch[1]).toEqual({ status: 'rejected', reason })
  for (const i of [0, 2, 3])
    expect(difference(await pixels(fulfilled(batch[i])), pictures[i] as Buffer)).toBeLessThanOrEqual(1)
  expect(partials).toEqual(['0:1', '1:1', '2:1', '0:2', '1:2', '2:2', '0:3', '2:3'])
})

test('a batch that everybody has left is not drawn to its end', async () => {
  const diffusion = await open('sd15-ddim')
  let runs = 0
  const run: Graph['run'] = (...args) => {
    runs++
    return diffusion.unet.run(...args)
  }
  const drawBatch = await createDrawBatch(
    { ...diffusion, unet: { ...diffusion.unet, run } },
    { picture, steps: 20, guidance: 7.5 },
  )
  const leaving = new AbortController()
  const onPartial = () => leaving.abort('gone')
  const drawing = drawBatch([{ prompt: 'a duck', seed: 1, signal: leaving.signal, partialImages: 4, onPartial }])
  expect(await drawing).toEqual([{ status: 'rejected', reason: 'gone' }])
  expect(runs).toBe(4)
})

test('steps that add noise go on from the seed: the same seed, the same picture', async () => {
  const drawBatch = await createDrawBatch(await open('sd15-lcm'), { picture, steps: 4, guidance: 1 })
  const draw = async (seed: number) => fulfilled((await drawBatch([{ prompt: 'a duck', seed }]))[0])
  const first = await draw(1)
  expect(await draw(1)).toEqual(first)
  expect(await draw(2)).not.toEqual(first)
})

test('sizes that the graphs cannot draw are refused in one line', async () => {
  const sd = await open('sd-turbo')
  const pocket = await openDiffusion(pocketDir, 'vae_decoder', { provider: 'cpu', threads: 1 })
  const { width, height } = readBundleManifest(pocketDir).picture
  for (const [diffusion, size] of [
    [sd, { width: 33, height: 32 }],
    [pocket, { width: 2 * width, height }],
  ] as const)
    expect(() => diffusion.latentShape(size)).toThrow(BundleError)
  expect(pocket.latentShape({ width, height })).toEqual([6, 32, 32])
})

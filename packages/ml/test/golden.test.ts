import { beforeAll, describe, expect, test } from 'vitest'
import { pocketDir, readBundleManifest } from '../src/bundle/index.ts'
import { sharp } from '../src/image/sharp.ts'
import { noiseSource } from '../src/noise.ts'
import { denoise } from '../src/pipeline/denoise.ts'
import { type Conditioning, createPipeline, type Diffusion, type Pipeline } from '../src/pipeline/index.ts'
import { concat } from '../src/pipeline/rows.ts'
import { createScheduler } from '../src/schedulers/index.ts'
import { cases, difference, golden, goldenPng } from './support/golden.ts'

const manifest = readBundleManifest(pocketDir)
const clamp = (values: Float32Array) => values.map(x => Math.min(1, Math.max(-1, x)))
const rawPixels = (png: Buffer) => sharp(png).raw().toBuffer()
const statesOf = ({ encoder_hidden_states }: Conditioning) => encoder_hidden_states?.values as Float32Array

// The goldens were made by ONNX Runtime from Python, on another machine.
describe.each([1, 2])('goldens at %i thread(s)', threads => {
  let pipeline: Pipeline
  beforeAll(async () => {
    pipeline = await createPipeline(manifest, { provider: 'cpu', threads })
  })

  test.each(cases.map(({ prompt }, index) => ({ prompt, index })))('"$prompt"', async ({ prompt, index }) => {
    const { text, unet, decoder, schedule, latentShape } = pipeline.diffusion as Diffusion
    const key = String(index) as '0'
    const [prompted = {}] = await text.encode([prompt], manifest.picture)
    const nothing = await text.encodeNegative('', manifest.picture)
    const states = golden(`${key}_text_states`)
    expect([2, ...(prompted.encoder_hidden_states?.shape ?? [])]).toEqual(states.shape)
    expect(difference(concat([statesOf(prompted), statesOf(nothing)]), states.values)).toBeLessThan(1e-4)
    const embeds = [...((await text.embed?.(prompt)) ?? []), ...((await text.embed?.('')) ?? [])]
    expect(difference(embeds, golden(`${key}_text_embeds`).values)).toBeLessThan(1e-4)

    const shape = latentShape(manifest.picture)
    const differences: number[] = []
    const latents = await denoise(unet, {
      scheduler: createScheduler(schedule, manifest.steps),
      guidance: manifest.guidance,
      text: [prompted],
      negative: nothing,
      latentShape: shape,
      noise: golden('noise').values,
      stepNoise: () => expect.fail('this scheduler adds no noise'),
      onStep: ({ step, latents }) => {
        if (step === 1) differences.push(difference(latents, golden(`${key}_latents_1`).values))
        if (step === 8) differences.push(difference(latents, golden(`${key}_latents_8`).values))
      },
    })
    expect(differences).toHaveLength(2)
    expect(Math.max(...differences)).toBeLessThan(1e-4)

    const planes = await decoder.planes(clamp(latents), shape)
    // Floats of one case are enough: of the others the PNGs say the same, to one level, in a twentieth of the bytes.
    if (key === '0') {
      const decoded = golden('0_decoded')
      expect([1, ...planes.shape]).toEqual(decoded.shape)
      expect(difference(clamp(planes.values), decoded.values)).toBeLessThan(1e-4)
    }
    const [pixels] = await decoder.decode(clamp(latents), shape)
    expect(difference(pixels?.data ?? [], await rawPixels(goldenPng(index)))).toBeLessThanOrEqual(1)

    const embedding = await pipeline.embedPicture(goldenPng(index))
    expect(difference(embedding, cases[index]?.image_embeds ?? [])).toBeLessThan(1e-4)
  })

  test('seed 5 is the goldens’ noise, so the whole way from prompt to file gives their pictures', async () => {
    expect(difference(noiseSource(5)(golden('noise').values.length), golden('noise').values)).toBe(0)
    const { picture } = await pipeline.draw({ prompt: cases[1]?.prompt ?? '', seed: 5 })
    expect(difference(await rawPixels(picture), await rawPixels(goldenPng(1)))).toBeLessThanOrEqual(1)
  })
})

test('one and two threads draw the same picture, to one 8-bit level, also in noise nobody has seen before', async () => {
  const [one, two] = [
    await createPipeline(manifest, { provider: 'cpu', threads: 1 }),
    await createPipeline(manifest, { provider: 'cpu', threads: 2 }),
  ]
  for (const [seed, prompt] of [
    [2026, 'a swan and a frog at night'],
    [4294967295, '눈밭의 펭귄과 오리'],
  ] as const) {
    const pictures = await Promise.all(
      [one, two].map(async ({ draw }) => rawPixels((await draw({ prompt, seed })).picture)),
    )
    expect(difference(pictures[0] as Buffer, pictures[1] as Buffer)).toBeLessThanOrEqual(1)
  }
})

import { beforeAll, describe, expect, test } from 'vitest'
import { pocketDir, readBundleManifest, readJson } from '../src/bundle/index.ts'
import { sharp } from '../src/image/sharp.ts'
import { startingNoise } from '../src/noise.ts'
import { decode, decodeRaw } from '../src/pipeline/decode.ts'
import { denoise } from '../src/pipeline/denoise.ts'
import { createPipeline, type Pipeline } from '../src/pipeline/index.ts'
import { encodeText, pair } from '../src/pipeline/text.ts'
import { createScheduler, schedulerConfig } from '../src/schedulers/index.ts'
import { createTokenizer } from '../src/tokenizer/index.ts'
import { cases, difference, golden, goldenPng } from './support/golden.ts'

const manifest = readBundleManifest(pocketDir)
const tokenizer = createTokenizer(manifest)
const config = readJson(pocketDir, 'scheduler/scheduler_config.json', schedulerConfig)
const clamp = (values: Float32Array) => values.map(x => Math.min(1, Math.max(-1, x)))
const rawPixels = (png: Buffer) => sharp(png).raw().toBuffer()

// The goldens were made by ONNX Runtime from Python, on another machine.
describe.each([1, 2])('goldens at %i thread(s)', threads => {
  let pipeline: Pipeline
  beforeAll(async () => {
    pipeline = await createPipeline(manifest, { provider: 'cpu', threads })
  })

  test.each(cases.map(({ prompt }, index) => ({ prompt, index })))('"$prompt"', async ({ prompt, index }) => {
    const { textEncoder, unet, decoder } = pipeline.graphs
    const key = String(index) as '0'
    const text = await encodeText(textEncoder, tokenizer, prompt)
    const nothing = await encodeText(textEncoder, tokenizer, '')
    const both = pair(text, nothing)
    const states = golden(`${key}_text_states`)
    expect(both.statesShape).toEqual(states.shape)
    expect(difference(both.states, states.values)).toBeLessThan(1e-4)
    expect(difference([...text.embeds, ...nothing.embeds], golden(`${key}_text_embeds`).values)).toBeLessThan(1e-4)

    const differences: number[] = []
    const latents = await denoise(unet, {
      scheduler: createScheduler(config, manifest.steps),
      guidance: manifest.guidance,
      text: both,
      noise: golden('noise').values,
      onStep: ({ step, latents }) => {
        if (step === 1) differences.push(difference(latents, golden(`${key}_latents_1`).values))
        if (step === 8) differences.push(difference(latents, golden(`${key}_latents_8`).values))
      },
    })
    expect(differences).toHaveLength(2)
    expect(Math.max(...differences)).toBeLessThan(1e-4)

    const decoded = golden(`${key}_decoded`)
    const raw = await decodeRaw(decoder, latents)
    expect([1, 3, raw.height, raw.width]).toEqual(decoded.shape)
    expect(difference(clamp(raw.planes), decoded.values)).toBeLessThan(1e-4)
    expect(difference((await decode(decoder, latents)).data, await rawPixels(goldenPng(index)))).toBeLessThanOrEqual(1)

    const embedding = await pipeline.embedPicture(goldenPng(index))
    expect(difference(embedding, cases[index]?.image_embeds ?? [])).toBeLessThan(1e-4)
  })

  test('seed 5 is the goldens’ noise, so the whole way from prompt to file gives their pictures', async () => {
    expect(difference(startingNoise(5, 3072), golden('noise').values)).toBe(0)
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

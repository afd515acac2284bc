import { fileURLToPath } from 'node:url'
import { verifyBundle } from '@dabble/ml/bundle'
import { createPipeline } from '@dabble/ml/pipeline'
import { expect, test } from 'vitest'
import { bareRuns } from './bare-runs.ts'
import { withBundleOf } from './borrowed-bundle.ts'
import { measureBatch } from './measure-batch.ts'
import { readMlOptions } from './options.ts'

const fixtures = fileURLToPath(new URL('../../packages/ml/test/fixtures', import.meta.url))
const folder = { pipeline: `${fixtures}/pipelines/sd15-ddim`, clip: `${fixtures}/clip`, steps: 3, guidance: 5 }

test('the runs of a picture can be had again, and leave the graphs as they were', async () => {
  await withBundleOf(folder, async bundle => {
    const pipeline = await createPipeline(await verifyBundle(bundle), { provider: 'cpu', threads: 1 })
    const { run } = pipeline.vision
    const prompt = 'a duck on a lake'
    const runs = await bareRuns(pipeline, async () => {
      const { picture } = await pipeline.draw({ prompt, seed: 1 })
      await pipeline.embedPicture(picture)
    })
    expect(runs.map(({ stage }) => stage)).toEqual(['text', 'denoise', 'denoise', 'denoise', 'decode', 'clip'])
    const [first, second] = (await Promise.all([runs[0]?.again(), runs[0]?.again()])) as Record<
      string,
      { data: Float32Array }
    >[]
    expect(first?.last_hidden_state?.data).toEqual(second?.last_hidden_state?.data)
    expect(pipeline.vision.run).toBe(run)

    const measured = await measureBatch(pipeline, 2, { warmUp: 0, measured: 1 })
    expect(measured).toMatchObject({ batch: 2, step_ms: [expect.any(Number), expect.any(Number), expect.any(Number)] })
    const { bare_text_ms, bare_steps_ms, bare_decode_ms, bare_clip_ms, bare_ms, whole_ms, ratio } = measured
    expect(bare_text_ms + bare_steps_ms + bare_decode_ms + bare_clip_ms).toBeCloseTo(bare_ms, 1)
    expect(ratio).toBeCloseTo(whole_ms / bare_ms, 2)
  })
})

test('what cannot be measured is refused with what to give instead', () => {
  expect(readMlOptions(['--size', '768x512', '--batch', '4'])).toMatchObject({
    picture: { width: 768, height: 512 },
    batch: 4,
    provider: 'cpu',
  })
  expect(() => readMlOptions(['--batch', '3'])).toThrow(/--batch: must be 1, 2, 4 or 8\. Usage:/)
  expect(() => readMlOptions(['--size', 'large'])).toThrow(/--size: must be like 512x512\. Usage:/)
  expect(() => readMlOptions(['--colour', 'red'])).toThrow(/Usage:/)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharp } from '../src/image/sharp.ts'
import { difference } from './support/golden.ts'
import { exitCode, startSidecar, token } from './support/sidecar.ts'

let sidecar: Awaited<ReturnType<typeof startSidecar>>
beforeAll(async () => {
  sidecar = await startSidecar({ DABBLE_ML_BATCH: '4', DABBLE_ML_BATCH_WAIT_MS: '300' })
}, 30_000)
afterAll(async () => {
  sidecar.child.kill('SIGTERM')
  await exitCode(sidecar.child)
})

const pixels = async (png: Buffer) => sharp(png).raw().toBuffer()
const prompts = ['a duck on a lake', '오리와 백조', '', 'a red balloon over a house at night']

test('four who come together are drawn at once, each as it is drawn alone; one who leaves disturbs nobody', async () => {
  const [model] = await sidecar.client.models()
  expect(model?.capabilities?.batch).toBe(4)

  const leaving = new AbortController()
  const together = prompts.map((prompt, seed) =>
    sidecar.client.generate({
      prompt,
      seed,
      partialImages: 1,
      ...(seed === 2 && { signal: leaving.signal, onPartial: () => leaving.abort(new Error('left')) }),
    }),
  )
  const drawn = await Promise.allSettled(together)
  const metrics = await fetch(`${sidecar.url}/metrics`, { headers: { authorization: `Bearer ${token}` } })
  expect(await metrics.text()).toMatch(/dabble_ml_batch_size_bucket\{le="2"\} 0\n.*\{le="4"\} 1\n/)

  expect(drawn[2]).toMatchObject({ status: 'rejected', reason: { message: 'left' } })
  for (const seed of [0, 1, 3]) {
    const result = drawn[seed]
    if (result?.status !== 'fulfilled') throw result?.reason
    const alone = await sidecar.client.generate({ prompt: prompts[seed] as string, seed })
    expect(difference(await pixels(result.value.png), await pixels(alone.png))).toBeLessThanOrEqual(1)
  }
})

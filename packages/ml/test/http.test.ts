import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PartialPicture } from '../src/client/index.ts'
import { createInferenceClient, InferenceBusy, InferenceDeadline, InferenceRefused } from '../src/client/index.ts'
import { sharp } from '../src/image/sharp.ts'
import { goldenPng } from './support/golden.ts'
import { exitCode, startSidecar, token } from './support/sidecar.ts'

let sidecar: Awaited<ReturnType<typeof startSidecar>>
beforeAll(async () => {
  sidecar = await startSidecar({ DABBLE_ML_QUEUE: '2' })
})
afterAll(async () => {
  sidecar.child.kill('SIGTERM')
  await exitCode(sidecar.child)
})

const bearer = { authorization: `Bearer ${token}` }
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${sidecar.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const draw = (body: object, headers = {}) =>
  post('/v1/images/generations', { prompt: 'a duck', seed: 1, ...body }, headers)
const metric = async (name: string) => {
  const text = await (await fetch(`${sidecar.url}/metrics`, { headers: bearer })).text()
  return Number(
    text
      .split('\n')
      .find(line => line.startsWith(name))
      ?.split(' ')
      .at(-1),
  )
}
/** Waits for a condition the server reports. */
async function until(condition: () => Promise<boolean>) {
  while (!(await condition())) await new Promise(resolve => setImmediate(resolve))
}
const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0)
const picturesInQueue = () => metric('dabble_ml_queue_depth{queue="pictures"}')

describe('generations', () => {
  test('a stream brings partial pictures in order, then the picture', async () => {
    const partials: PartialPicture[] = []
    const onPartial = (partial: PartialPicture) => partials.push(partial)
    const { png, timings } = await sidecar.client.generate({
      prompt: '오리와 백조',
      seed: 3,
      partialImages: 3,
      onPartial,
    })
    expect(partials.map(({ index, step, steps }) => [index, step, steps])).toEqual([
      [0, 2, 8],
      [1, 4, 8],
      [2, 6, 8],
    ])
    const { format, width } = await sharp(partials[2]?.picture).metadata()
    expect([format, width]).toEqual(['webp', 256])
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 256, height: 256 })
    expect(timings.denoise_ms).toBeGreaterThan(0)
  })

  test('the events are OpenAI’s, named as their type', async () => {
    const text = await (await draw({ stream: true, partial_images: 1 })).text()
    const names = text.split('\n').filter(line => line.startsWith('event: '))
    expect(names).toEqual(['event: image_generation.partial_image', 'event: image_generation.completed'])
  })

  test('without stream: JSON, the same bytes for the same prompt and seed, others for another seed', async () => {
    const picture = async (body: object) => (await (await draw(body)).json()).data[0].b64_json as string
    const first = await picture({})
    expect(await picture({ prompt: 'A DUCK!', n: 1, size: '256x256', response_format: 'b64_json' })).toBe(first)
    expect(await picture({ seed: 2 })).not.toBe(first)
  })

  test('webp without loss holds the same pixels', async () => {
    const bytes = async (output_format: string) =>
      Buffer.from((await (await draw({ output_format })).json()).data[0].b64_json, 'base64')
    const [png, webp] = [await bytes('png'), await bytes('webp')]
    expect((await sharp(webp).metadata()).format).toBe('webp')
    expect(await sharp(webp).raw().toBuffer()).toEqual(await sharp(png).raw().toBuffer())
  })

  test('a full queue answers 429 with Retry-After, streaming or not; the others are drawn', async () => {
    const accepted = [1, 2, 3].map(seed => sidecar.client.generate({ prompt: 'a swan', seed }))
    await until(async () => (await picturesInQueue()) === 3)
    const refused = await draw({ stream: true })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    expect((await refused.json()).error).toMatchObject({ code: 'queue_full', message: expect.any(String) })
    const busy = await sidecar.client.generate({ prompt: 'a swan', seed: 4 }).catch(error => error)
    expect(busy).toBeInstanceOf(InferenceBusy)
    expect(busy.retryAfterMs).toBeGreaterThanOrEqual(1000)
    expect((await Promise.all(accepted)).every(({ png }) => png.length > 1000)).toBe(true)
  })

  test('callers who leave, drawn or waiting, free their places, and are not drawn', async () => {
    const before = await metric('dabble_ml_pictures_total')
    const callers = [1, 2, 3].map(() => new AbortController())
    const pictures = callers.map(({ signal }, seed) => sidecar.client.generate({ prompt: 'a frog', seed, signal }))
    const ends = Promise.allSettled(pictures)
    await until(async () => (await picturesInQueue()) === 3)
    for (const caller of callers) caller.abort(new Error('left'))
    expect(await ends).toMatchObject(Array(3).fill({ status: 'rejected', reason: { message: 'left' } }))
    await until(async () => (await picturesInQueue()) === 0)
    expect(await metric('dabble_ml_pictures_total')).toBe(before)
    expect((await draw({})).status).toBe(200)
  })

  test('a deadline ends the work: 504, an error event in a stream, a typed error in the client', async () => {
    const late = await draw({}, { 'x-deadline-ms': '20' })
    expect(late.status).toBe(504)
    expect((await late.json()).error).toMatchObject({ type: 'server_error', code: 'deadline_exceeded' })
    const streamed = await (await draw({ stream: true }, { 'x-deadline-ms': '20' })).text()
    expect(streamed).toMatch(/^event: error\n/)
    const error = await sidecar.client.generate({ prompt: 'a duck', seed: 1, deadlineMs: 20 }).catch(error => error)
    expect(error).toBeInstanceOf(InferenceDeadline)
    expect((await draw({}, { 'x-deadline-ms': 'soon' })).status).toBe(400)
  })

  test.each([
    [{ prompt: 7 }, /^prompt/],
    [{ n: 2 }, /^n/],
    [{ size: '1024x1024' }, /256x256/],
    [{ partial_images: 4 }, /^partial_images/],
    [{ seed: -1 }, /^seed/],
    [{ seed: 2 ** 32 }, /^seed/],
    [{ response_format: 'url' }, /^response_format/],
    [{ prompt: 'x'.repeat(4001) }, /^prompt/],
  ])('%o is refused', async (body, message) => {
    const response = await draw(body)
    expect(response.status).toBe(400)
    expect((await response.json()).error.message).toMatch(message)
  })

  test('another model is not served here', async () => {
    expect((await draw({ model: 'dall-e-3' })).status).toBe(404)
    expect((await draw({ model: 'pocket' })).status).toBe(200)
  })
})

describe('embeddings', () => {
  const embed = (bytes: Buffer, mime = 'image/png') => sidecar.client.embedImage(bytes, mime)

  test('text and picture of the same thing are close; vectors have length 1', async () => {
    const [duck, cat] = [await embed(goldenPng(1)), await embed(goldenPng(4))]
    const text = await sidecar.client.embedText('호수 위의 오리와 백조')
    expect(cosine(text, text)).toBeCloseTo(1, 5)
    expect(cosine(text, duck)).toBeGreaterThan(0.9)
    expect(cosine(text, cat)).toBeLessThan(0.5)
  })

  test('several inputs keep their order; base64 is the same numbers', async () => {
    const input = ['a duck', `data:image/png;base64,${goldenPng(0).toString('base64')}`]
    const floats = await (await post('/v1/embeddings', { input })).json()
    expect(floats.data.map(({ index }: { index: number }) => index)).toEqual([0, 1])
    const packed = await (await post('/v1/embeddings', { input, encoding_format: 'base64' })).json()
    const bytes = Buffer.from(packed.data[1].embedding, 'base64')
    expect(bytes.readFloatLE(4 * 191)).toBe(Math.fround(floats.data[1].embedding[191]))
  })

  test('come through while a picture is being drawn', async () => {
    const order: string[] = []
    const picture = sidecar.client.generate({ prompt: 'a duck', seed: 1 }).then(() => order.push('picture'))
    await until(async () => (await picturesInQueue()) === 1)
    await sidecar.client.embedText('a duck').then(() => order.push('embedding'))
    await picture
    expect(order).toEqual(['embedding', 'picture'])
  })

  test('JPEG with orientation, transparency, other sizes and shapes are read', async () => {
    const upright = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#fff' } })
      .composite([{ input: await sharp(goldenPng(0)).resize(100).toBuffer(), left: 10, top: 50 }])
      .png()
      .toBuffer()
    const turned = await sharp(upright).rotate(90).withMetadata({ orientation: 8 }).jpeg({ quality: 100 }).toBuffer()
    const [a, b] = [await embed(upright), await embed(turned, 'image/jpeg')]
    expect(cosine(a, b)).toBeGreaterThan(0.98)
    const clear = sharp({ create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    const white = sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    expect(await embed(await clear.png().toBuffer())).toEqual(
      await embed(await white.webp({ lossless: true }).toBuffer(), 'image/webp'),
    )
  })

  test.each([
    [
      'a bomb',
      async () =>
        sharp({ create: { width: 8000, height: 8000, channels: 3, background: '#000' } })
          .png()
          .toBuffer(),
    ],
    ['no picture', async () => Buffer.from('junk')],
    ['half a picture', async () => goldenPng(0).subarray(0, 6000)],
    ['nothing', async () => Buffer.alloc(0)],
    ['a drawing program', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ])('%s is refused with 400', async (_name, make) => {
    const error = await embed(await make()).catch(error => error)
    expect(error).toBeInstanceOf(InferenceRefused)
    expect(error.status).toBe(400)
  })

  test.each([[[]], [Array(17).fill('x')], [[1]], ['data:text/html;base64,PGI+'], ['data:image/png,raw'], ['data:']])(
    'input %j is refused with 400',
    async input => {
      expect((await post('/v1/embeddings', { input })).status).toBe(400)
    },
  )
})

describe('the door', () => {
  test('everything but health needs the token, in either header', async () => {
    const wrong = { authorization: `Bearer ${token}x` }
    for (const path of ['/healthz', '/readyz']) {
      expect(await (await fetch(`${sidecar.url}${path}`)).json()).toEqual({ ok: true })
      expect((await fetch(`${sidecar.url}${path}`, { headers: wrong })).status).toBe(401)
    }
    // As a platform does it that wants the first header for itself and passes it on.
    const both = { authorization: 'BackendAI another', 'x-api-key': token }
    expect((await fetch(`${sidecar.url}/v1/models`, { headers: both })).status).toBe(200)
    for (const path of ['/metrics', '/v1/models', '/nothing-here']) {
      const response = await fetch(`${sidecar.url}${path}`)
      expect([path, response.status]).toEqual([path, 401])
      expect((await response.json()).error.code).toBe('invalid_api_key')
      expect((await fetch(`${sidecar.url}${path}`, { headers: { authorization: `Bearer ${token}x` } })).status).toBe(
        401,
      )
    }
    const stranger = createInferenceClient({ baseUrl: sidecar.url, token: 'wrong' })
    await expect(stranger.embedText('duck')).rejects.toBeInstanceOf(InferenceRefused)
    expect(await stranger.ready()).toBe(false)
    expect(await sidecar.client.ready()).toBe(true)
  })

  test.each([
    ['cut off JSON', '{"prompt":', 400],
    ['another type', 'null', 400],
    ['an array', '[]', 400],
    ['nothing', '', 400],
    ['prototype games', '{"__proto__":{"x":1},"prompt":"a"}', 400],
    ['too much', JSON.stringify({ prompt: 'x'.repeat(70_000) }), 413],
  ])('%s: an error object, no stack', async (_name, body, status) => {
    const response = await post('/v1/images/generations', body)
    expect(response.status).toBe(status)
    const text = await response.text()
    expect(JSON.parse(text).error.message).toBeTruthy()
    expect(text).not.toMatch(/node_modules|\.ts:|\bat /)
  })

  test('form bodies are not JSON', async () => {
    expect((await post('/v1/embeddings', 'input=x', { 'content-type': 'text/plain' })).status).toBe(415)
  })

  test('/v1/models says what the bundle can do', async () => {
    const [model] = await sidecar.client.models()
    const bundle = JSON.parse(readFileSync(new URL('../bundles/pocket/bundle.json', import.meta.url), 'utf8'))
    expect(model).toMatchObject({ id: 'pocket', steps: bundle.steps, embedding_dimensions: 192 })
    expect(model?.device).toEqual({ provider: 'cpu', gpu: null })
    expect(model?.capabilities).toEqual({
      seed: true,
      partial_images: 3,
      embeddings: true,
      batch: 1,
      embedding_batch: 16,
    })
  })

  test('/metrics counts pictures, stages, rejections and memory', async () => {
    expect(await metric('dabble_ml_pictures_total')).toBeGreaterThan(0)
    expect(await metric('dabble_ml_stage_seconds_count{stage="denoise"}')).toBeGreaterThan(0)
    expect(await metric('dabble_ml_rejected_total{code="queue_full"}')).toBeGreaterThan(0)
    expect(await metric('dabble_ml_cancelled_total')).toBeGreaterThan(0)
    expect(await metric('process_resident_memory_bytes')).toBeGreaterThan(1e7)
  })
})

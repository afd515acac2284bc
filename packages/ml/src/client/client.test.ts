import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import {
  createInferenceClient,
  InferenceBusy,
  InferenceDeadline,
  InferenceRefused,
  InferenceUnavailable,
} from './index.ts'

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** A client of a server that answers as told. */
async function clientOf(listener: RequestListener) {
  server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return createInferenceClient({ baseUrl: `http://127.0.0.1:${port}`, authorization: 'Basic abc' })
}

const picture = { prompt: 'a duck', seed: 1 }
const event = (data: object) => `data: ${JSON.stringify(data)}\n\n`

test('events in pieces, without names, with [DONE], from a server that knows no timings', async () => {
  const stream = `: hello\n\n${event({ type: 'image_generation.partial_image', b64_json: 'AA==', partial_image_index: 0 })}${event({ type: 'image_generation.completed', b64_json: 'AQI=' })}data: [DONE]\n\n`
  const headers: (string | undefined)[] = []
  const client = await clientOf((request, response) => {
    headers.push(request.headers.authorization, request.headers['x-deadline-ms'] as string)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const character of stream) response.write(character)
    response.end()
  })
  const mimes: string[] = []
  const result = await client.generate({ ...picture, deadlineMs: 5000, onPartial: ({ mime }) => mimes.push(mime) })
  expect(result).toEqual({ png: Buffer.from([1, 2]), timings: {} })
  expect(mimes).toEqual(['image/png'])
  expect(headers).toEqual(['Basic abc', '5000'])
})

test.each([
  [429, InferenceBusy],
  [400, InferenceRefused],
  [401, InferenceRefused],
  [500, InferenceUnavailable],
  [503, InferenceUnavailable],
  [504, InferenceDeadline],
])('status %i is %o, whatever the body', async (status, kind) => {
  const client = await clientOf((_request, response) => response.writeHead(status).end('<html>'))
  await expect(client.generate(picture)).rejects.toBeInstanceOf(kind)
})

test('Retry-After is told in milliseconds', async () => {
  const client = await clientOf((_request, response) => response.writeHead(429, { 'retry-after': '7' }).end())
  await expect(client.embedText('x')).rejects.toMatchObject({ retryAfterMs: 7000 })
})

test.each([
  ['a stream without a picture', (end: (text: string) => void) => end(event({ type: 'ping' }))],
  ['a stream that is no JSON', (end: (text: string) => void) => end('data: {\n\n')],
])('%s is no answer', async (_name, answer) => {
  const client = await clientOf((_request, response) => answer(text => response.writeHead(200).end(text)))
  await expect(client.generate(picture)).rejects.toBeInstanceOf(InferenceUnavailable)
})

test('a connection that breaks in the middle is no answer', async () => {
  const client = await clientOf((_request, response) => {
    response.writeHead(200).write(event({ type: 'ping' }))
    setImmediate(() => response.destroy())
  })
  await expect(client.generate(picture)).rejects.toBeInstanceOf(InferenceUnavailable)
})

test('a server that never answers meets the deadline; the caller’s own abort stays its own', async () => {
  const client = await clientOf(() => {})
  await expect(client.embedText('x', { deadlineMs: 50 })).rejects.toBeInstanceOf(InferenceDeadline)
  const mine = new Error('enough')
  await expect(client.embedText('x', { signal: AbortSignal.abort(mine) })).rejects.toBe(mine)
})

test('nobody there: unavailable, and not ready', async () => {
  const client = await clientOf(() => {})
  await new Promise(resolve => server.close(resolve))
  await expect(client.models()).rejects.toBeInstanceOf(InferenceUnavailable)
  expect(await client.ready()).toBe(false)
})

import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { sharp } from '../image/sharp.ts'
import { createInferenceClient, InferenceRefused, InferenceUnavailable } from './index.ts'

let servers: Server[] = []
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  servers = []
})

async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

type Body = Record<string, unknown>
/** A foreign server that answers every wish for a picture as told; `asked` are the bodies that came. */
async function foreign(answer: (body: Body) => { status?: number; json: unknown } | Buffer) {
  const asked: Body[] = []
  const baseUrl = await listening(async (request, response) => {
    const body = JSON.parse(await textOf(request)) as Body
    asked.push(body)
    const said = answer(body)
    if (Buffer.isBuffer(said)) return response.writeHead(200, { 'content-type': 'image/png' }).end(said)
    return response
      .writeHead(said.status ?? 200, { 'content-type': 'application/json' })
      .end(typeof said.json === 'string' ? said.json : JSON.stringify(said.json))
  })
  return { client: createInferenceClient({ baseUrl, authorization: 'Custom x', foreign: true }), asked, baseUrl }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c02020' } })
const base64 = async (image: ReturnType<typeof plain>) => (await image.toBuffer()).toString('base64')
const picture = { prompt: 'a duck', seed: 7 }
const wishesOf = (body: Body | undefined) =>
  Object.keys(body ?? {}).filter(key => !['prompt', 'n', 'model'].includes(key))

test('plain JSON to a wish for a stream is taken, and no stream is asked for again', async () => {
  const b64_json = await base64(plain(8, 8).png())
  const { client, asked } = await foreign(() => ({ json: { created: 1, data: [{ b64_json }] } }))
  await client.generate(picture)
  await client.generate(picture)
  expect(wishesOf(asked[0])).toContain('stream')
  expect(wishesOf(asked[1])).toEqual(['seed', 'output_format', 'response_format'])
})

test.each([
  ['OpenAI’s', (name: string) => ({ error: { message: `Unknown parameter: '${name}'.`, param: name } }), 400],
  ['FastAPI’s', (name: string) => ({ detail: [{ loc: ['body', name], msg: 'Extra inputs are not permitted' }] }), 422],
  ['a sentence', (name: string) => ({ error: `${name} is not supported by this model` }), 400],
])(
  'a server that refuses parameters one by one in %s words is asked without them, once for all',
  async (_, say, status) => {
    const b64_json = await base64(plain(8, 8).png())
    const { client, asked } = await foreign(body => {
      const wrong = ['response_format', 'stream', 'seed'].find(name => name in body)
      return wrong ? { status, json: say(wrong) } : { json: { data: [{ b64_json }] } }
    })
    await client.generate(picture)
    expect(asked).toHaveLength(4)
    await client.generate(picture)
    expect(asked).toHaveLength(5)
    expect(wishesOf(asked.at(-1))).toEqual(['output_format'])
  },
)

test('a refusal that names nothing is followed by the plainest request; a prompt that it refuses stays refused', async () => {
  const b64_json = await base64(plain(8, 8).png())
  const { client, asked } = await foreign(body => {
    if (body.prompt === 'a bad word') return { status: 400, json: { error: { code: 'content_policy_violation' } } }
    return wishesOf(body).length > 0 ? { status: 400, json: 'no' } : { json: { data: [{ b64_json }] } }
  })
  await expect(client.generate({ ...picture, prompt: 'a bad word' })).rejects.toMatchObject({
    name: 'InferenceRefused',
    code: 'content_policy_violation',
  })
  // What was left out for a prompt that is refused anyway is asked for again.
  await client.generate(picture)
  expect(wishesOf(asked[2])).not.toEqual([])
  await client.generate(picture)
  expect(asked).toHaveLength(5)
  expect(asked[4]).toEqual({ prompt: 'a duck', n: 1 })
})

test.each([
  ['a JPEG', () => plain(300, 200).jpeg(), 300, 200],
  ['a WebP', () => plain(64, 64).webp(), 64, 64],
  ['a huge PNG', () => plain(2048, 1024).png(), 1024, 512],
])('%s becomes a PNG', async (_, image, width, height) => {
  const b64_json = await base64(image())
  const { client } = await foreign(() => ({ json: { data: [{ b64_json }] } }))
  const { png } = await client.generate(picture)
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width, height })
})

test('nothing but pixels is kept: servers write the prompt into their files', async () => {
  const image = await plain(8, 8)
    .withExif({ IFD0: { ImageDescription: 'a secret prompt' } })
    .png()
    .toBuffer()
  expect(image.includes('a secret prompt')).toBe(true)
  const { client } = await foreign(() => image)
  expect((await client.generate(picture)).png.includes('a secret prompt')).toBe(false)
})

test.each([
  ['no JSON', { json: '<html>' }],
  ['an empty list', { json: { data: [] } }],
  ['no picture', { json: { data: [{ b64_json: Buffer.from('junk').toString('base64') }] } }],
  ['a drawing program', { json: { data: [{ b64_json: Buffer.from('<svg/>').toString('base64') }] } }],
])('%s is no answer', async (_, answer) => {
  const { client } = await foreign(() => answer)
  await expect(client.generate(picture)).rejects.toBeInstanceOf(InferenceUnavailable)
})

test('a picture at the server’s own address is fetched, with the token', async () => {
  const png = await plain(16, 16).png().toBuffer()
  const authorizations: (string | undefined)[] = []
  const baseUrl = await listening((request, response) => {
    if (request.url !== '/files/1.png')
      return response.end(JSON.stringify({ data: [{ url: `${baseUrl}/files/1.png` }] }))
    authorizations.push(request.headers.authorization)
    return response.end(png)
  })
  const client = createInferenceClient({ baseUrl, authorization: 'Custom x', foreign: true })
  expect(await sharp((await client.generate(picture)).png).metadata()).toMatchObject({ width: 16 })
  expect(authorizations).toEqual(['Custom x'])
})

test('no other address is fetched: not this machine, not the cloud’s, not by a redirect', async () => {
  let visited = 0
  const inside = await listening((_, response) => {
    visited += 1
    response.end('secret')
  })
  const { port } = new URL(inside)
  const addresses = [
    `${inside}/`,
    `https://127.0.0.1:${port}/`,
    `https://localhost:${port}/`,
    `https://[::1]:${port}/`,
    'https://169.254.169.254/latest/meta-data/',
    'http://example.com/',
    'file:///etc/passwd',
    'ftp://example.com/',
  ]
  for (const url of addresses) {
    const { client } = await foreign(() => ({ json: { data: [{ url }] } }))
    await expect(client.generate(picture), url).rejects.toBeInstanceOf(InferenceUnavailable)
  }
  const redirecting = await listening((request, response) =>
    request.url === '/x.png'
      ? response.writeHead(302, { location: inside }).end()
      : response.end(JSON.stringify({ data: [{ url: '/x.png' }] })),
  )
  const client = createInferenceClient({ baseUrl: redirecting, foreign: true })
  await expect(client.generate(picture)).rejects.toBeInstanceOf(InferenceUnavailable)
  expect(visited).toBe(0)
})

test('an answer without an end is cut off', async () => {
  const baseUrl = await listening((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const more = () => {
      while (response.write(Buffer.alloc(2 ** 20, 'x')));
    }
    response.on('drain', more)
    more()
  })
  const client = createInferenceClient({ baseUrl, foreign: true })
  await expect(client.generate(picture)).rejects.toThrow(/more than \d+ bytes/)
})

test('our own servers are never asked for less', async () => {
  let asked = 0
  const baseUrl = await listening((_, response) => {
    asked += 1
    response.writeHead(400).end(JSON.stringify({ error: { message: "Unknown parameter: 'seed'." } }))
  })
  await expect(createInferenceClient({ baseUrl }).generate(picture)).rejects.toBeInstanceOf(InferenceRefused)
  expect(asked).toBe(1)
})

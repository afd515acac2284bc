import { readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import sharp from 'sharp'
import { afterEach, expect, it } from 'vitest'
import { startSidecar } from '../src/inference/sidecar-process.ts'
import { silentLog } from '../src/log.ts'
import { dataFolderAt } from '../src/start/data-folder.ts'
import { staffOf, startGame, type TestGame, temporaryFolder } from './harness.ts'
import { childrenOf } from './server-process.ts'

const pocket = new URL('../../../packages/ml/bundles/pocket', import.meta.url).pathname
const golden = new URL('../../../packages/ml/test/golden/0.png', import.meta.url)
const closing: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function ownFolder(): Promise<string> {
  const folder = await temporaryFolder()
  closing.push(() => rm(folder, { recursive: true }))
  return folder
}

const played = async (game: TestGame) => {
  const player = await game.join()
  return player.ended((await player.send('a duck and a moon')).id)
}

it('spawns nothing when a server elsewhere draws and compares with the round’s bundle', async () => {
  const before = await childrenOf(process.pid)
  const remote = startSidecar({ bundleFolder: pocket, threads: null, log: silentLog })
  closing.push(remote.stop)
  const { baseUrl, token } = await remote.endpoint
  await using game = await startGame({
    environment: { INFERENCE_URL: `${baseUrl}/`, INFERENCE_AUTHORIZATION: `Bearer ${token}` },
  })
  expect(await played(game)).toMatchObject({ state: 'done', picture: { width: 256 } })
  const sidecars = (await childrenOf(process.pid)).filter(pid => !before.includes(pid))
  expect(sidecars).toEqual([remote.pid])
})

it('lets a server that knows nothing but OpenAI’s image API draw, and compares by itself', async () => {
  const folder = await ownFolder()
  await using first = await startGame({ folder })
  const { round } = await first.join()
  const png = await readFile(`${dataFolderAt(first.config.dataFolder).picturesFolder}/${round.target.hash}.png`)
  await first.close()

  const { foreign, asked } = await foreignServer(png)
  await using game = await startGame({
    folder,
    environment: { INFERENCE_URL: foreign, INFERENCE_AUTHORIZATION: 'Custom secret' },
  })
  // It draws the target itself: nothing can be more similar.
  expect(await played(game)).toMatchObject({ state: 'done', scoreShown: '100.00' })
  expect(asked).toEqual([{ authorization: 'Custom secret', prompt: 'a duck and a moon' }])
})

it('lets such a server also draw the first target', async () => {
  const { foreign, asked } = await foreignServer(await readFile(golden))
  await using game = await startGame({ environment: { INFERENCE_URL: foreign } })
  expect(asked).toHaveLength(1)
  expect(await played(game)).toMatchObject({ state: 'done', scoreShown: '100.00' })
})

it('plays with a server that answers as few do: no list of models, no stream, no seed, a JPEG at an address of its own', async () => {
  const { width, height } = { width: 320, height: 200 }
  const jpeg = await sharp({ create: { width, height, channels: 3, background: '#3070c0' } })
    .jpeg()
    .toBuffer()
  const bodies: Record<string, unknown>[] = []
  const server = createServer(async (request, response) => {
    if (request.url === '/files/a.jpg') return response.end(jpeg)
    if (request.url !== '/v1/images/generations') return response.writeHead(404).end('<h1>Not found</h1>')
    let text = ''
    for await (const chunk of request) text += chunk
    const body = JSON.parse(text)
    bodies.push(body)
    const unknown = ['stream', 'seed', 'response_format', 'output_format'].find(name => name in body)
    if (unknown) return response.writeHead(400).end(JSON.stringify({ error: `Unknown parameter: ${unknown}` }))
    return response.end(JSON.stringify({ data: [{ url: '/files/a.jpg' }] }))
  })
  await using game = await startGame({
    environment: { INFERENCE_URL: await listening(server), INFERENCE_MODEL: 'some-model' },
  })
  expect(await played(game)).toMatchObject({ state: 'done', scoreShown: '100.00', picture: { width, height } })
  expect(bodies.at(-1)).toEqual({ prompt: 'a duck and a moon', n: 1, model: 'some-model' })
  // Four refusals, once; then the target, and the player's picture.
  expect(bodies).toHaveLength(6)
  const { client } = await staffOf(game)
  const { inference, problems } = await client.staff.health.query()
  expect(inference).toMatchObject({ ready: true, notes: ['not-repeatable'], endpoints: [{ bundle: null }] })
  expect(problems).not.toContain('endpoint-refused')
})

it('replaces its own sidecar when that hangs, though all it does is compare', async () => {
  const { foreign } = await foreignServer(await readFile(golden))
  const before = await childrenOf(process.pid)
  await using game = await startGame({ environment: { INFERENCE_URL: foreign }, inference: { deadlineMs: 1_500 } })
  const own = async () => (await childrenOf(process.pid)).filter(pid => !before.includes(pid))
  const [hung] = (await own()) as [number]
  process.kill(hung, 'SIGSTOP')
  expect(await played(game)).toMatchObject({ state: 'done' })
  expect(await own()).not.toContain(hung)
})

it('accepts entries while the server elsewhere is away, and draws them when it is back', async () => {
  const folder = await ownFolder()
  await (await startGame({ folder })).close()
  const remote = startSidecar({ bundleFolder: pocket, threads: null, log: silentLog })
  closing.push(remote.stop)
  const { baseUrl, token } = await remote.endpoint
  let away = true
  const proxy = createServer(async (request, response) => {
    if (away) return void request.socket.destroy()
    const body: Buffer[] = []
    for await (const chunk of request) body.push(chunk)
    const answer = await fetch(`${baseUrl}${request.url}`, {
      method: request.method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body.length ? Buffer.concat(body) : undefined,
    })
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await using game = await startGame({ folder, environment: { INFERENCE_URL: await listening(proxy) } })
  expect(await (await game.visitor().fetch('/readyz')).json()).toEqual({ ready: false, reason: 'inference' })
  const player = await game.join()
  const { id, state } = await player.send('a flamingo')
  expect(state).toBe('queued')
  away = false
  expect((await player.ended(id)).state).toBe('done')
})

/** Draws the same picture whatever it is asked for, and knows nothing but OpenAI's image API. */
async function foreignServer(png: Buffer) {
  const asked: { authorization?: string; prompt: string }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    if (request.url === '/v1/models') return response.end(JSON.stringify({ data: [{ id: 'foreign' }] }))
    if (request.url !== '/v1/images/generations') return response.writeHead(404).end('{}')
    asked.push({ authorization: request.headers.authorization, prompt: JSON.parse(body).prompt })
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const completed = { type: 'image_generation.completed', b64_json: png.toString('base64') }
    response.end(`event: ${completed.type}\ndata: ${JSON.stringify(completed)}\n\n`)
  })
  return { foreign: await listening(server), asked }
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}

import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lanAddress } from '../src/http/hosts.ts'
import { staffOf, startGame, type TestGame, type TestPlayer } from './harness.ts'

let game: TestGame
let player: TestPlayer
beforeAll(async () => {
  game = await startGame({ environment: { HOST: '0.0.0.0', PUBLIC_URL: 'http://localhost:1' } })
  // The public name leads nowhere in this test: the game is reached by its address, as behind a proxy that is not there.
  player = await game.join()
})
afterAll(() => game[Symbol.asyncDispose]())

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** A request with exactly these headers; `fetch` would set its own `Host`. */
function raw(path: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
  const { hostname, port } = new URL(game.url)
  return new Promise<Answer>((resolve, reject) => {
    const asked = request(
      { hostname, port, path, method: options.method ?? 'GET', headers: options.headers },
      answer => {
        let body = ''
        answer.setEncoding('utf8').on('data', chunk => (body += chunk))
        answer.on('end', () => resolve({ status: answer.statusCode as number, headers: answer.headers, body }))
      },
    )
    asked.on('error', reject)
    asked.end(options.body)
  })
}

const page = { accept: 'text/html' }
const join = JSON.stringify({ nickname: 'Mallory', language: 'en', consent: true })
const post = (headers: Record<string, string>, body = join, path = '/trpc/player.join') =>
  raw(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })

describe('hosts', () => {
  it('refuses names that are not this machine’s, with a plain page', async () => {
    for (const path of ['/', '/trpc/player.me', '/pictures/x']) {
      const { status, body } = await raw(path, { headers: { host: 'evil.example', ...page } })
      expect(status).toBe(421)
      expect(body).toContain('QR')
    }
    expect((await raw('/', { headers: { host: 'evil.example', ...page, 'accept-language': 'ko' } })).body).toContain(
      '잘못된',
    )
  })

  it('moves pages to the public address, and leaves calls where they are', async () => {
    const { port } = new URL(game.url)
    const host = `${lanAddress() ?? '127.0.0.1'}:${port}`
    const moved = await raw('/board?x=1', { headers: { host, ...page } })
    expect([moved.status, moved.headers.location]).toEqual([308, 'http://localhost:1/board?x=1'])
    expect((await raw('/trpc/player.me', { headers: { host } })).status).toBe(200)
  })

  it('tells any host that it is healthy and ready', async () => {
    for (const path of ['/healthz', '/readyz']) {
      expect((await raw(path, { headers: { host: 'probe.internal', ...page } })).status).toBe(200)
    }
  })
})

describe('origins', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['an opaque one', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['another site without Origin', { 'sec-fetch-site': 'cross-site' }],
    ['nobody', {}],
  ])('lets %s change nothing', async (_, headers) => {
    const { status, body } = await post(headers as Record<string, string>)
    expect(status).toBe(403)
    expect(JSON.parse(body).error.data.game).toEqual({ key: 'wrong-origin', values: {} })
  })

  it('lets our own pages in', async () => {
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    expect((await post({ origin: 'http://localhost:1' }, join.replace('Mallory', 'Mal 2'))).status).toBe(200)
  })
})

describe('identities', () => {
  it('are signed, out of reach of scripts, and worth nothing in each other’s place', async () => {
    const joined = await post({ origin: game.url }, join.replace('Mallory', 'Alice'))
    const cookies = joined.headers['set-cookie'] as string[]
    expect(cookies).toHaveLength(2)
    for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
    const value = (name: string) =>
      /=([^;]+)/.exec(cookies.find(cookie => cookie.startsWith(name)) as string)?.[1] as string
    const me = async (cookie: string) =>
      JSON.parse((await raw('/trpc/player.me', { headers: { cookie } })).body).result.data
    const good = value('dabble_player')
    expect(await me(`dabble_player=${good}`)).toMatchObject({ nickname: 'Alice' })
    expect(await me(`dabble_player=${good.slice(0, -3)}abc`)).toBeNull()
    expect(await me(`dabble_player=${good.split('.')[0]}`)).toBeNull()
    expect(await me(`dabble_player=${value('dabble_device')}`)).toBeNull()
  })
})

describe('pictures', () => {
  it('are cached for seconds, asked for again cheaply, saved under a name, and gone once hidden', async () => {
    const { picture } = await player.ended((await player.send('a swan')).id)
    const { url, hash } = picture as { url: string; hash: string }
    const shown = await raw(url)
    expect(shown.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=5, must-revalidate',
      'x-content-type-options': 'nosniff',
    })
    const etag = shown.headers.etag as string
    expect((await raw(url, { headers: { 'if-none-match': etag } })).status).toBe(304)
    const saved = await raw(`${url}?download`)
    expect(saved.headers['content-disposition']).toBe(`attachment; filename="dabble-${hash.slice(0, 8)}.png"`)

    const { screening } = (await staffOf(game)).client.staff
    await screening.hide.mutate({ hash, reason: 'test' })
    expect((await raw(url, { headers: { 'if-none-match': etag } })).status).toBe(410)
    expect((await player.client.entry.mine.query()).entries[0]).toMatchObject({ hidden: true, picture: null })
    await screening.show.mutate({ hash, reason: 'test' })
    expect((await raw(url)).status).toBe(200)
  })

  it.each(['/pictures/abc', `/pictures/${'0'.repeat(64)}`, '/pictures/..%2f..%2fdabble.sqlite'])(
    'knows no %s',
    async path => {
      expect((await raw(path)).status).toBe(404)
    },
  )
})

describe('junk', () => {
  it.each([
    ['GET', '/assets/none.js', 404],
    ['GET', '/kiosk/assets/none.js', 404],
    ['GET', '/../../etc/passwd', 404],
    ['GET', '/%2e%2e/%2e%2e/etc/passwd', 404],
    ['GET', '/.git/config', 404],
    ['GET', '/%ff', 400],
    ['GET', '/trpc/nothing.here', 404],
    ['GET', '/trpc/player.join', 405],
    ['POST', '/', 405],
    ['DELETE', '/pictures/x', 405],
    ['GET', '/live/nothing', 404],
  ])('%s %s is %i', async (method, path, expected) => {
    const { status, body } = await raw(path, { method, headers: { origin: game.url } })
    expect(status).toBe(expected)
    expect(body).not.toMatch(/\/work|node_modules|at .*:\d+:\d+/)
  })

  it.each([
    ['too much', 'x'.repeat(20_000), 413],
    ['no JSON', '{"nickname":', 400],
    ['other shapes', '[1,2,3]', 400],
    ['nothing', '', 400],
  ])('a body of %s is %s', async (_, body, expected) => {
    const answer = await post({ origin: game.url }, body)
    expect(answer.status).toBe(expected)
    expect(JSON.parse(answer.body).error.data.game.key).toBe('invalid-input')
  })

  it('does not speak other types', async () => {
    expect((await post({ origin: game.url, 'content-type': 'text/plain' })).status).toBe(415)
  })

  it('survives bytes that are no HTTP', async () => {
    const { hostname, port } = new URL(game.url)
    const socket = connect(Number(port), hostname)
    socket.end('\x16\x03\x01 hello\r\n\r\n')
    await new Promise(resolve => socket.on('close', resolve).on('data', () => {}))
    expect((await raw('/readyz')).status).toBe(200)
  })
})

it('loads nothing from elsewhere and does not force HTTPS on plain addresses', async () => {
  const { headers } = await raw('/nowhere.txt')
  const policy = headers['content-security-policy'] as string
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("script-src 'self';worker-src 'self';")
  expect(policy).not.toMatch(/unsafe-|upgrade-insecure|https?:/)
  expect(headers['strict-transport-security']).toBeUndefined()
})

it('slows down a device that asks without end, and nobody else', async () => {
  const greedy = await game.join()
  const answers = await Promise.all(Array.from({ length: 150 }, () => greedy.fetch('/trpc/round.current')))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(30)
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await player.fetch('/trpc/round.current')).status).toBe(200)
})

it.each([
  ['escapes', (path: string) => path.replace('/t', '/%74')],
  ['a whole address', (path: string) => `${game.url}${path}`],
])('slows down a device that disguises what it asks for by %s', async (_, disguise) => {
  const greedy = await game.join()
  const cookie = [...greedy.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const ask = () => raw(disguise('/trpc/round.current'), { headers: { cookie } })
  const answers = await Promise.all(Array.from({ length: 150 }, ask))
  const statuses = new Set(answers.map(({ status }) => status))
  expect([...statuses].sort()).toEqual([200, 429])
})

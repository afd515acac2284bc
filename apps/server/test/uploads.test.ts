import { connect } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { staffOf, startGame, type TestGame, type TestStaff, type Visitor } from './harness.ts'

let game: TestGame
let owner: TestStaff
beforeAll(async () => {
  game = await startGame()
  owner = await staffOf(game)
})
afterAll(() => game[Symbol.asyncDispose]())

const name = { ko: '인형', en: 'Plush' }
/** Noise does not shrink: a photo of more than four megabytes. */
const photo = async () => {
  const [width, height] = [1_300, 1_100]
  const pixels = Buffer.alloc(width * height * 3)
  for (let i = 0; i < pixels.length; i += 1) pixels[i] = (i * 2_654_435_761) >>> 13
  const bytes = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer()
  return `data:image/png;base64,${bytes.toString('base64')}`
}

/** Sends the head of a request that promises a body, and never the body. What comes back was decided without it. */
function headOnly(path: string, { cookies }: Visitor, length: string): Promise<string> {
  const { hostname, port, host } = new URL(game.url)
  const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.setEncoding('utf8').on('error', reject)
    socket.on('data', chunk => {
      answer += chunk
      if (!answer.includes('\r\n\r\n')) return
      socket.destroy()
      resolve(answer)
    })
    const head = [`POST ${path} HTTP/1.1`, `Host: ${host}`, `Origin: ${game.url}`, `Cookie: ${cookie}`, length]
    socket.write(`${head.join('\r\n')}\r\nContent-Type: application/json\r\n\r\n`)
  })
}

it('takes a photo of megabytes from the crew, and serves it small to everybody', async () => {
  const prize = await owner.client.staff.prizes.create.mutate({ kind: 'spot', name, stock: 1, picture: await photo() })
  expect(prize.picture).toMatchObject({ width: 1_024, height: 866 })
  const served = await game.visitor().fetch(prize.picture?.url as string)
  expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(await sharp(Buffer.from(await served.arrayBuffer())).metadata()).toMatchObject({ width: 1_024 })
})

it('refuses what is no picture, in the game’s words', async () => {
  const picture = `data:image/png;base64,${Buffer.from('<svg/>').toString('base64')}`
  const refused = owner.client.staff.prizes.create.mutate({ kind: 'spot', name, stock: 1, picture })
  await expect(refused).rejects.toMatchObject({ data: { game: { key: 'upload-unreadable' } } })
})

it.each(['Content-Length: 1000000', 'Transfer-Encoding: chunked'])(
  'tells a stranger who promises much (%s) to go before a byte of it is read',
  async length => {
    const answer = await headOnly('/trpc/staff.prizes.create', game.visitor(), length)
    expect(answer).toMatch(/^HTTP\/1.1 403 /)
    expect(answer.toLowerCase()).toContain('connection: close')
    expect(answer).toContain('not-staff')
  },
)

it('tells a locked device so before it reads anything', async () => {
  const staff = await staffOf(game)
  await staff.client.staff.crew.lock.mutate()
  expect(await headOnly('/trpc/staff.prizes.create', staff, 'Content-Length: 1000000')).toContain('staff-locked')
})

it('takes no large body anywhere else, of nobody', async () => {
  for (const path of ['/trpc/player.join', '/trpc/staff.awards.scan', '/trpc/staff.players.search']) {
    expect(await headOnly(path, owner, 'Content-Length: 1000000')).toMatch(/^HTTP\/1.1 413 /)
  }
  // More than any picture, also of the crew.
  expect(await headOnly('/trpc/staff.prizes.create', owner, 'Content-Length: 8000000')).toMatch(/^HTTP\/1.1 413 /)
})

it('takes a long list of codes', async () => {
  const { id } = await owner.client.staff.prizes.create.mutate({ kind: 'spot', name, stock: 1 })
  const codes = Array.from({ length: 2_000 }, (_, i) => `CODE-${i}-${'x'.repeat(100)}`)
  expect(await owner.client.staff.prizes.addCodes.mutate({ prizeId: id, codes })).toMatchObject({ codes: 2_000 })
})

it('lets a fast scanner ask on where a phone has to wait', async () => {
  const ask = (visitor: Visitor) =>
    Promise.all(Array.from({ length: 200 }, async () => (await visitor.fetch('/trpc/round.current')).status))
  expect((await ask(owner)).filter(status => status === 429)).toEqual([])
  expect((await ask(await game.join())).filter(status => status === 429).length).toBeGreaterThan(50)
})

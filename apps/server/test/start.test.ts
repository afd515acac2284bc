import { once } from 'node:events'
import { cp, mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { createServer as createImageServer } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { dataFolderAt } from '../src/start/data-folder.ts'
import { startGame } from './harness.ts'
import { freePort, isGone, runCli, type ServerProcess, startServer } from './server-process.ts'

const pocket = resolve(import.meta.dirname, '../../../packages/ml/bundles/pocket')
const endWhenDrawing = resolve(import.meta.dirname, 'fixtures/end-when-drawing.mjs')

let root: string
/** A data folder with a game in it. */
let played: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dabble-start-'))
  played = join(root, 'played')
  await (await startGame({ folder: played })).close()
})
afterAll(() => rm(root, { recursive: true }))

const environment = async (changes: Record<string, string> = {}) => ({
  PORT: String(await freePort()),
  DABBLE_DATA: played,
  LOG_LEVEL: 'silent',
  ...changes,
})

/** Starts the program, which must give up: with one line on stderr, code 1 and no sidecar left. */
async function complaintOf(changes: Record<string, string>): Promise<string> {
  const server = startServer(await environment(changes))
  expect(await server.exited).toBe(1)
  expect(server.output.stderr).toMatch(/^[^\n]+\n$/)
  expect(server.output.stderr).not.toMatch(/\bat .*:\d+:\d+/)
  expect(server.output.stdout).toBe('')
  return server.output.stderr
}

/** A copy of the bundle with something done to it. */
async function bundleCopy(name: string): Promise<string> {
  const folder = join(root, name)
  await cp(pocket, folder, { recursive: true })
  return folder
}

describe('a start that cannot work says why in one line', () => {
  it('wrong setting', async () => {
    expect(await complaintOf({ PORT: 'eighty' })).toContain('PORT must be a port')
  })

  it('port taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    expect(await complaintOf({ PORT: String(port) })).toContain(`Port ${port} is taken`)
    other.close()
  })

  it('a file where the data folder should be', async () => {
    const file = join(root, 'file')
    await writeFile(file, '')
    expect(await complaintOf({ DABBLE_DATA: file })).toContain('is not a folder')
    expect(await complaintOf({ DABBLE_DATA: join(file, 'below') })).toContain('is not a folder')
  })

  it('another Dabble on the same folder', async () => {
    await using game = await startGame({ folder: played })
    expect(await complaintOf({ DABBLE_DATA: game.config.dataFolder })).toContain('Another Dabble is running')
  })

  it('a damaged bundle', async () => {
    const folder = await bundleCopy('damaged')
    const file = await open(join(folder, 'unet/model.onnx'), 'r+')
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, 100_000)
    await file.write(Buffer.from([(buffer[0] as number) ^ 1]), 0, 1, 100_000)
    await file.close()
    expect(await complaintOf({ DABBLE_BUNDLE: folder })).toMatch(/unet\/model\.onnx is damaged/)
  })

  it('an incomplete bundle, also at the very first start', async () => {
    const folder = await bundleCopy('incomplete')
    await rm(join(folder, 'vae_decoder/model.onnx'))
    expect(await complaintOf({ DABBLE_BUNDLE: folder, DABBLE_DATA: join(root, 'new') })).toMatch(
      /vae_decoder\/model\.onnx/,
    )
    expect(await complaintOf({ DABBLE_BUNDLE: join(root, 'nowhere') })).toMatch(/bundle\.json is missing/)
  })

  it('a bundle that is not the round’s', async () => {
    const database = new Database(dataFolderAt(played).databaseFile)
    const { bundle_id } = database.prepare('select bundle_id from round').get() as { bundle_id: string }
    database.prepare("update round set bundle_id = 'other@0123456789abcdef'").run()
    expect(await complaintOf({})).toContain('was begun with the bundle other@0123456789abcdef')
    database.prepare('update round set bundle_id = ?').run(bundle_id)
    database.close()
  })

  it('a database newer than the program', async () => {
    const folder = join(root, 'newer')
    await cp(played, folder, { recursive: true })
    const database = new Database(dataFolderAt(folder).databaseFile)
    database.prepare("insert into __drizzle_migrations (hash, created_at) values ('later', 99999999999999)").run()
    database.close()
    expect(await complaintOf({ DABBLE_DATA: folder })).toContain('newer Dabble')
  })

  it('a file that is no database', async () => {
    const folder = join(root, 'damaged-database')
    await cp(played, folder, { recursive: true })
    await writeFile(dataFolderAt(folder).databaseFile, 'x'.repeat(10_000))
    expect(await complaintOf({ DABBLE_DATA: folder })).toContain('damaged')
  })
})

describe('the running program', () => {
  const group = (server: ServerProcess, signal: NodeJS.Signals) => process.kill(-(server.child.pid as number), signal)

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends on %s within five seconds, and everything with it',
    async signal => {
      const server = startServer(await environment())
      await server.ready()
      const sidecars = await server.sidecars()
      expect(sidecars).toHaveLength(1)
      // Somebody watches, and a keep-alive connection is open.
      const stream = await fetch(`${server.url}/live/kiosk`)
      const began = performance.now()
      // As Ctrl-C does it: to the whole group.
      group(server, signal)
      expect(await server.exited).toBe(0)
      expect(performance.now() - began).toBeLessThan(5_000)
      await stream.text()
      for (const pid of sidecars) expect(await isGone(pid)).toBe(true)
      expect(server.output.stderr).toBe('')
    },
  )

  it('shows where to play, where the big screen is, and a pairing code', async () => {
    const server = startServer(await environment({ PUBLIC_URL: 'https://dabble.example.org' }))
    await server.said('Ctrl-C')
    group(server, 'SIGTERM')
    await server.exited
    expect(server.output.stdout).toContain('https://dabble.example.org/kiosk')
    expect(server.output.stdout).toMatch(/pairing code [2-9A-Z]{5}-[2-9A-Z]{5}/)
    expect(server.output.stdout).toContain('█')
  })
})

describe('the first start', () => {
  it('is completed by the next one when it was killed half-way', async () => {
    const folder = join(root, 'half-way')
    const first = startServer(await environment({ DABBLE_DATA: folder }))
    while (!(await first.sidecars()).length) await new Promise(setImmediate)
    first.child.kill('SIGKILL')
    await first.exited
    await expectCompleted(folder)
  })

  it('says what to do when the model ends while it draws the target, and is completed by the next one', async () => {
    const folder = join(root, 'no-target')
    const complaint = await complaintOf({ DABBLE_DATA: folder, NODE_OPTIONS: `--import ${endWhenDrawing}` })
    expect(complaint).toMatch(/ended or hung while it drew the first target\. Start again/)
    await expectCompleted(folder)
  })

  it('says which image server refuses to draw the target, and is completed by the next one', async () => {
    const folder = join(root, 'refused')
    const url = await imageServer(401)
    expect(await complaintOf({ DABBLE_DATA: folder, INFERENCE_URL: url })).toBe(
      `The image server at ${url} did not draw the first target: HTTP 401. ` +
        'Check INFERENCE_URL, INFERENCE_AUTHORIZATION and the server itself, then start again.\n',
    )
    await expectCompleted(folder)
  })

  it('says which image server does not answer', async () => {
    const url = `http://127.0.0.1:${await freePort()}`
    const complaint = await complaintOf({ DABBLE_DATA: join(root, 'away'), INFERENCE_URL: url })
    expect(complaint).toContain(`${url} does not answer. Start it or correct INFERENCE_URL`)
  })

  /** Starts on the folder once more: now there is a game, and only one. */
  async function expectCompleted(folder: string) {
    await (await startGame({ folder })).close()
    const database = new Database(dataFolderAt(folder).databaseFile, { readonly: true })
    expect(database.prepare('select count(*) from round').pluck().get()).toBe(1)
    expect(database.prepare('select count(*) from contest').pluck().get()).toBe(1)
    database.close()
  }

  /** One that names a model and answers every wish for a picture with this status. */
  async function imageServer(status: number): Promise<string> {
    const server = createImageServer((request, response) => {
      if (request.url === '/v1/models') return response.end(JSON.stringify({ data: [{ id: 'foreign' }] }))
      return response.writeHead(status).end()
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
})

describe('dabble', () => {
  it('explains itself', async () => {
    const { code, stdout } = await runCli(['--help'], {})
    expect(code).toBe(0)
    expect(stdout).toContain('verify')
    expect((await runCli(['nonsense'], {})).code).toBe(2)
  })

  it('verifies a game, and finds what was tampered with', async () => {
    const folder = join(root, 'tampered')
    const game = await startGame({ folder })
    const player = await game.join()
    const { picture } = await player.ended((await player.send('a duck in the snow')).id)
    await game.close()
    const check = async () => {
      const { code, stdout } = await runCli(['verify'], { DABBLE_DATA: folder })
      return { code, ...JSON.parse(stdout) }
    }
    expect(await check()).toMatchObject({ code: 0, pictures: 2, differences: [], missing: [], broken: [] })

    const database = new Database(dataFolderAt(folder).databaseFile)
    database.prepare('update picture set similarity = similarity + 0.01').run()
    database.close()
    const tampered = await check()
    expect(tampered.code).toBe(1)
    expect(tampered.differences).toHaveLength(2)
    expect(tampered.broken).toHaveLength(1)

    await rm(join(dataFolderAt(folder).picturesFolder, `${picture?.hash}.png`))
    expect((await check()).missing).toEqual([picture?.hash])
  })

  it('needs a game', async () => {
    const { code, stderr } = await runCli(['verify'], { DABBLE_DATA: join(root, 'none') })
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^There is no game in [^\n]+\n$/)])
  })
})

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { revision, startHub } from '../../test/support/hub.ts'
import { tinyOrder, tinyRepositories } from '../../test/support/tiny-order.ts'
import { verifyBundle } from '../bundle/index.ts'
import { ModelsError } from './models-error.ts'
import { type Pull, pull } from './pull.ts'
import { verifyModel } from './verify-models.ts'

const unet = 'unet/model.onnx'

let models: string
let hub: Awaited<ReturnType<typeof startHub>>
let repositories: Record<string, Record<string, Buffer>>
let order: Pull

beforeEach(async () => {
  models = mkdtempSync(join(tmpdir(), 'dabble-models-'))
  repositories = tinyRepositories()
  hub = await startHub(repositories)
  order = tinyOrder(repositories, hub.url, models)
})
afterEach(() => {
  hub.close()
  rmSync(models, { recursive: true })
})

const bytesOf = (repository: string, path: string) => repositories[repository]?.[path] as Buffer
const partial = () => join(models, '.sd-turbo.partial')

/** The lines of the refusal, and that nothing has got a name. */
async function refusal(changes: Partial<Pull> = {}): Promise<string[]> {
  const error = await pull({ ...order, ...changes }).catch(error => error)
  expect(error).toBeInstanceOf(ModelsError)
  expect(existsSync(join(models, 'sd-turbo'))).toBe(false)
  return error.message.split('\n')
}

/** The catalogue with its first entry changed. */
const withPipeline = (change: Partial<Pull['catalogue'][number]>) =>
  order.catalogue.map((entry, i) => (i === 0 ? { ...entry, ...change } : entry))

test('a pipeline, a CLIP and a tiny decoder become a bundle with checksums, ready for use', async () => {
  const progress: [number, number][] = []
  const source = { hub: { url: hub.url, idleMs: 2_000, token: 'hf_secret' } }
  const folder = await pull({ ...order, source, decoder: 'taesd', onProgress: (...now) => progress.push(now) })
  expect(folder).toBe(join(models, 'sd-turbo'))
  const manifest = await verifyBundle(folder)
  expect(manifest).toMatchObject({
    name: 'sd-turbo',
    licence: 'MIT',
    steps: 1,
    guidance: 0,
    decoder: 'taesd',
    picture: { width: 32, height: 32 },
    embedding: { dimensions: 24 },
  })
  expect(Object.keys(manifest.files)).toEqual(
    expect.arrayContaining([unet, 'clip/onnx/vision_model.onnx', 'taesd/model.onnx']),
  )
  expect(readdirSync(models)).toEqual(['sd-turbo'])
  expect(progress.at(-1)?.[0]).toBe(progress.at(-1)?.[1])
  // Nothing but the files and bundle.json: no plan, no parts.
  expect(readdirSync(folder, { recursive: true }).filter(path => /part|plan/.test(String(path)))).toEqual([])

  // The token goes to the hub, and not to the store behind it.
  const tokens = (stored: boolean) =>
    new Set(hub.requests.filter(({ store }) => store === stored).map(({ authorization }) => authorization))
  expect(tokens(false)).toEqual(new Set(['Bearer hf_secret']))
  expect(tokens(true)).toEqual(new Set([undefined]))

  const asked = hub.requests.length
  await pull({ ...order, decoder: 'taesd' })
  expect(hub.requests).toHaveLength(asked)
})

test('a CLIP alone is a part of its own', async () => {
  const folder = await pull({ ...order, name: 'clip', clip: undefined })
  expect(JSON.parse(readFileSync(join(folder, 'part.json'), 'utf8'))).toMatchObject({ kind: 'clip', name: 'clip' })
  expect((await verifyModel(folder, order.catalogue)).damage).toEqual([])
})

test('connections that break or fall silent are taken up where they ended', async () => {
  hub.trouble.cutAfter = 200_000
  setTimeout(() => {
    hub.trouble.cutAfter = undefined
    hub.trouble.stallAfter = 300_000
  }, 50)
  await verifyBundle(await pull({ ...order, source: { hub: { url: hub.url, idleMs: 300 } } }))
  expect(hub.requests.some(({ path, range }) => path === unet && /^bytes=[1-9]/.test(range ?? ''))).toBe(true)
})

test('a server that cannot continue gives the whole file again', async () => {
  hub.trouble.stallAfter = 100_000
  const controller = new AbortController()
  const first = pull({ ...order, signal: controller.signal }).catch(error => error)
  await vi.waitFor(() => expect(statSync(join(partial(), `${unet}.part`)).size).toBe(100_000))
  controller.abort()
  await first
  Object.assign(hub.trouble, { stallAfter: undefined, ignoresRanges: true })
  await verifyBundle(await pull(order))
})

test('a pull that was killed goes on where it was', async () => {
  hub.trouble.stallAfter = 400_000
  const child: ChildProcess = fork(fileURLToPath(new URL('../../test/support/pull-process.ts', import.meta.url)), {
    env: { ...process.env, ORDER: JSON.stringify({ ...order, source: { hub: { url: hub.url, idleMs: 60_000 } } }) },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await vi.waitFor(() => expect(statSync(join(partial(), `${unet}.part`)).size).toBe(400_000), { timeout: 10_000 })
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(readdirSync(models)).toEqual(['.sd-turbo.partial'])

  hub.trouble.stallAfter = undefined
  const served = hub.served()
  await verifyBundle(await pull(order))
  const again = hub.requests.filter(({ path, range, store }) => store && path === unet && range !== 'bytes=0-0').at(-1)
  expect(again?.range).toBe(`bytes=400000-${bytesOf('tiny/sd-turbo', unet).length - 1}`)
  const total = order.catalogue.slice(0, 2).flatMap(({ files }) => files)
  const bytes = total.reduce((sum, file) => sum + ('from' in file ? file.bytes : 0), 0)
  expect(hub.served() - served).toBeLessThan(bytes - 400_000)
})

test('a file that arrives damaged is thrown away, the others are kept', async () => {
  const good = bytesOf('tiny/sd-turbo', unet)
  const bad = Buffer.from(good)
  bad[1000] = (bad[1000] ?? 0) ^ 1
  ;(repositories['tiny/sd-turbo'] as Record<string, Buffer>)[unet] = bad
  // The hub's own listing gives it away before a byte is fetched.
  expect(await refusal()).toEqual([
    expect.stringMatching(/^unet\/model\.onnx of tiny\/sd-turbo is not the file that was pinned/),
  ])
  expect(existsSync(join(partial(), unet))).toBe(false)

  ;(repositories['tiny/sd-turbo'] as Record<string, Buffer>)[unet] = good
  const offline = mkdtempSync(join(tmpdir(), 'dabble-offline-'))
  onTestFinished(() => rmSync(offline, { recursive: true }))
  writeFolder(offline, 'tiny/sd-turbo', { ...repositories['tiny/sd-turbo'], [unet]: bad })
  writeFolder(offline, 'tiny/clip', repositories['tiny/clip'])
  expect(await refusal({ source: { folder: offline } })).toEqual([
    expect.stringMatching(/^unet\/model\.onnx of tiny\/sd-turbo arrived damaged/),
  ])
  await verifyBundle(await pull(order))
})

test('a folder in the place of the network, as people have them', async () => {
  const offline = mkdtempSync(join(tmpdir(), 'dabble-offline-'))
  onTestFinished(() => rmSync(offline, { recursive: true }))
  writeFolder(offline, 'sd-turbo', repositories['tiny/sd-turbo'])
  const cache = join('models--tiny--clip/snapshots', '0123456789abcdef0123456789abcdef01234567')
  writeFolder(offline, cache, { ...repositories['tiny/clip'], 'merges.txt': undefined })
  expect(await refusal({ source: { folder: offline } })).toEqual([
    expect.stringMatching(/lacks merges\.txt of tiny\/clip\. Put it in .*tiny\/clip\.$/),
  ])
  writeFolder(offline, cache, repositories['tiny/clip'])
  const done: number[] = []
  await verifyBundle(await pull({ ...order, source: { folder: offline }, onProgress: now => done.push(now) }))
  expect(hub.requests).toEqual([])
  expect(done).toEqual(done.toSorted((a, b) => a - b))
  const files = order.catalogue.slice(0, 2).flatMap(({ files }) => files)
  expect(done.at(-1)).toBe(files.reduce((sum, file) => sum + ('from' in file ? file.bytes : 0), 0))
})

function writeFolder(folder: string, inside: string, files: Record<string, Buffer | undefined> = {}) {
  for (const [path, bytes] of Object.entries(files)) {
    if (!bytes) continue
    mkdirSync(dirname(join(folder, inside, path)), { recursive: true })
    writeFileSync(join(folder, inside, path), bytes)
  }
}

describe('refused, in a line a trouble', () => {
  test('a licence that sets conditions', async () => {
    const licence = { name: 'conditions', open: false, url: 'https://example.org/c' }
    const catalogue = withPipeline({ licence })
    expect(await refusal({ catalogue })).toEqual([
      'sd-turbo is under the licence conditions, which sets conditions: read https://example.org/c, then add --accept-licence conditions',
    ])
    expect(hub.requests).toEqual([])
    await pull({ ...order, catalogue, acceptedLicences: ['conditions'] })
  })

  test('a disk that is too small', async () => {
    const files = order.catalogue[0]?.files.map(file => ({ ...file, bytes: 1e15 })) ?? []
    expect(await refusal({ catalogue: withPipeline({ files }) })).toEqual([
      expect.stringMatching(/^sd-turbo needs \d+\.\d GB more, but .* has \d+\.\d GB\. Free some disk space/),
    ])
    expect(hub.requests).toEqual([])
  })

  test('a file that the hub does not have, and a repository', async () => {
    const { [unet]: _, ...rest } = repositories['tiny/sd-turbo'] ?? {}
    repositories['tiny/sd-turbo'] = rest
    expect(await refusal()).toEqual([expect.stringMatching(/^tiny\/sd-turbo has no unet\/model\.onnx at commit 0123/)])
    delete repositories['tiny/clip']
    expect(await refusal()).toEqual([expect.stringMatching(/The hub does not have tiny\/clip at commit|has no unet/)])
  })

  test('a hub that is not there', async () => {
    hub.close()
    expect(await refusal()).toEqual([
      expect.stringMatching(
        /does not come from http.*ECONNREFUSED.*run the same command again, with --mirror URL or --from/,
      ),
    ])
  })

  test('names that are not in the catalogue, or do not go together', async () => {
    expect(await refusal({ name: 'sd-turbos' })).toEqual([
      'There is no model "sd-turbos" in the catalogue, which has: sd-turbo, clip, taesd.',
    ])
    expect(await refusal({ clip: 'taesd' })).toEqual([expect.stringMatching(/no clip "taesd"/)])
    expect(await refusal({ catalogue: withPipeline({ latents: 'sdxl' }), decoder: 'taesd' })).toEqual([
      'taesd does not read the latents of sd-turbo. Leave out --taesd.',
    ])
    expect(await refusal({ as: '../up' })).toEqual([expect.stringMatching(/^"\.\.\/up" cannot be a name/)])
  })
})

test('what nobody vouches for is taken only on trust, and must be the same ever after', async () => {
  const files = order.catalogue[0]?.files.map(file => (file.to === unet ? { ...file, checksum: null } : file)) ?? []
  const catalogue = withPipeline({ files })
  expect(await refusal({ catalogue })).toEqual([
    expect.stringMatching(/no checksum \(unet\/model\.onnx, …\)\. Add --trust-on-first-use/),
  ])

  const folder = await pull({ ...order, catalogue, trustOnFirstUse: true })
  const lock = `${folder}.lock.json`
  expect(Object.keys(JSON.parse(readFileSync(lock, 'utf8')))).toEqual([`tiny/sd-turbo@${revision}/${unet}`])

  rmSync(folder, { recursive: true })
  const other = Buffer.from(bytesOf('tiny/sd-turbo', unet))
  other[7] = (other[7] ?? 0) ^ 1
  ;(repositories['tiny/sd-turbo'] as Record<string, Buffer>)[unet] = other
  expect(await refusal({ catalogue, trustOnFirstUse: true })).toEqual([
    expect.stringMatching(/not the file that was pinned/),
  ])
  writeFileSync(lock, '{')
  expect(await refusal({ catalogue, trustOnFirstUse: true })).toEqual([
    expect.stringMatching(/lock\.json is damaged\. Restore it from a copy, or remove it/),
  ])
})

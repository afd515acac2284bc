import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { entryOf, pinnedFiles, startHub } from '../../test/support/hub.ts'
import { tinyOrder, tinyRepositories } from '../../test/support/tiny-order.ts'
import { verifyBundle } from '../bundle/index.ts'
import { type Pull, pull } from './pull.ts'
import { verifyModel } from './verify-models.ts'

const unet = 'unet/model.onnx'

let models: string
let hub: Awaited<ReturnType<typeof startHub>>
let repositories: ReturnType<typeof tinyRepositories>
let order: Pull
beforeEach(async () => {
  models = mkdtempSync(join(tmpdir(), 'dabble-mend-'))
  repositories = tinyRepositories()
  hub = await startHub(repositories)
  order = tinyOrder(repositories, hub.url, models)
})
afterEach(() => {
  hub.close()
  rmSync(models, { recursive: true })
})

test('a damaged model is mended by fetching what is damaged', async () => {
  const folder = await pull(order)
  appendFileSync(join(folder, unet), '\0')
  rmSync(join(folder, 'clip/merges.txt'))
  expect(await verifyModel(folder, order.catalogue)).toMatchObject({
    damage: [
      { path: 'clip/merges.txt', what: 'missing' },
      { path: unet, what: 'damaged' },
    ],
    mend: 'npm run dabble -- models pull sd-turbo fetches only what is damaged',
  })
  hub.requests.length = 0
  await verifyBundle(await pull(order))
  expect([...new Set(hub.requests.map(({ path }) => path))].sort()).toEqual(['merges.txt', unet])
  expect(readdirSync(models)).toEqual(['sd-turbo'])
})

test('a model of other parts or with other wishes is not taken for the one that is asked for', async () => {
  const bundle = async (changes: Partial<Pull>) => verifyBundle(await pull({ ...order, ...changes }))
  expect((await bundle({ decoder: 'taesd' })).decoder).toBe('taesd')
  expect((await bundle({})).decoder).toBeUndefined()
  hub.requests.length = 0
  expect((await bundle({ steps: 3 })).steps).toBe(3)
  expect(hub.requests).toEqual([])

  // Files of the same names: another CLIP.
  const clip: Record<string, Buffer> = { ...repositories['tiny/clip'], 'merges.txt': Buffer.from('#version: 0.2\n') }
  repositories['other/clip'] = clip
  const catalogue = [
    ...order.catalogue,
    entryOf({ name: 'other', kind: 'clip', files: pinnedFiles('other/clip', clip) }),
  ]
  const { files } = await bundle({ clip: 'other', catalogue })
  expect(files['clip/merges.txt']?.bytes).toBe(14)
  expect([...new Set(hub.requests.map(({ path }) => path))]).toEqual(['merges.txt'])
})

test('what was edited and measured stays when files are mended', async () => {
  const folder = await pull(order)
  const path = join(folder, 'bundle.json')
  const knots = [
    [-1, -9],
    [0.3, 0],
    [1, 100],
  ]
  const edited = { steps: 2, calibration: { knots, measured: { same: 1 } } }
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...edited }))
  const { id } = await verifyBundle(folder)
  appendFileSync(join(folder, unet), '\0')
  // Small enough to be known by git's id alone.
  writeFileSync(join(folder, 'model_index.json'), '{}')
  await pull(order)
  expect(await verifyBundle(folder)).toMatchObject({ id, ...edited })
})

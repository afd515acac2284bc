import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPictureStore } from './store.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dabble-store-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('names a file by its content and gives the same bytes back', async () => {
  const store = createPictureStore(folder)
  const hash = await store.write(Buffer.from('abc'))
  expect(hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect((await store.read(hash)).toString()).toBe('abc')
})

it('makes one file of the same bytes written at once, and leaves no temporary files', async () => {
  const store = createPictureStore(folder)
  const bytes = Buffer.alloc(20_000, 7)
  const hashes = await Promise.all(Array.from({ length: 8 }, () => store.write(bytes)))
  expect(new Set(hashes).size).toBe(1)
  expect(await readdir(folder)).toEqual([`${hashes[0]}.png`])
})

it('forgets a removed file, and does not mind removing it twice', async () => {
  const store = createPictureStore(folder)
  const hash = await store.write(Buffer.from('x'))
  await store.remove(hash)
  await store.remove(hash)
  await expect(store.read(hash)).rejects.toThrow('ENOENT')
})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '../db/open.ts'
import { round } from '../db/schema.ts'
import { createFixture, temporaryFolder } from '../game/testing/fixture.ts'
import { createPictureStore } from '../pictures/store.ts'
import { dataFolderAt, takeDataFolder } from '../start/data-folder.ts'
import { brokenInvariants } from '../verify/invariants.ts'
import { backUp } from './backup.ts'
import { lastBackupAt } from './note.ts'

const cli = resolve(import.meta.dirname, '../cli/main.ts')

/** A data folder with so many pictures and a target. */
async function played(pictures: number): Promise<{ path: string; hashes: string[] }> {
  const path = temporaryFolder()
  const { databaseFile, picturesFolder, release } = takeDataFolder(path)
  release()
  const store = createPictureStore(picturesFolder)
  const game = createFixture()
  const target = await store.write(Buffer.from('the target'))
  game.db.update(round).set({ targetHash: target }).run()
  const hashes: string[] = []
  for (let i = 0; i < pictures; i += 1) {
    const hash = await store.write(Buffer.from(`picture ${i} `.repeat(2_000)))
    game.enter(game.join(), `p${i}`)
    game.draw(0.5, { hash })
    hashes.push(hash)
  }
  await game.db.$client.backup(databaseFile)
  return { path, hashes: [...hashes, target] }
}

const names = async (folder: string) => (await readdir(folder)).filter(name => !name.startsWith('backup.lock')).sort()
const filesOf = async (folder: string) => (await readdir(dataFolderAt(folder).picturesFolder)).sort()
const fileNames = (hashes: string[]) => hashes.map(hash => `${hash}.png`).sort()

it('copies a game into a folder that a game starts on, and links what it has copied before', async () => {
  const { path, hashes } = await played(3)
  const into = temporaryFolder()
  expect(await lastBackupAt(path)).toBeNull()
  const first = await backUp(path, into, '1')
  expect(first).toEqual({ folder: join(into, '1'), pictures: 4, damaged: [] })
  expect(await lastBackupAt(path)).toBeGreaterThan(Date.now() - 60_000)
  expect(await filesOf(first.folder)).toEqual(fileNames(hashes))

  // The source may lose a picture that the earlier backup still has.
  await rm(join(dataFolderAt(path).picturesFolder, `${hashes[0]}.png`))
  const second = await backUp(path, into, '2')
  expect(second).toMatchObject({ pictures: 4, damaged: [] })
  await rm(first.folder, { recursive: true })
  expect(await filesOf(second.folder)).toEqual(fileNames(hashes))
  const db = openDatabase(dataFolderAt(second.folder).databaseFile)
  expect(brokenInvariants(db)).toEqual([])
  closeDatabase(db)
})

it('says which pictures are not what they were, and keeps everything else', async () => {
  const { path, hashes } = await played(3)
  const { picturesFolder } = dataFolderAt(path)
  await appendFile(join(picturesFolder, `${hashes[0]}.png`), 'rot')
  await rm(join(picturesFolder, `${hashes[1]}.png`))
  const { damaged, folder } = await backUp(path, temporaryFolder(), '1')
  expect(damaged.toSorted()).toEqual([hashes[0], hashes[1]].toSorted())
  expect(await filesOf(folder)).toEqual(fileNames(hashes.slice(2)))
})

it('is one at a time into a folder, and needs a game', async () => {
  const { path } = await played(30)
  const into = temporaryFolder()
  const both = await Promise.allSettled([backUp(path, into, 'a'), backUp(path, into, 'b')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: expect.objectContaining({ message: expect.stringContaining('Another backup') }),
  })
  await expect(backUp(temporaryFolder(), into, 'c')).rejects.toThrow('There is no game')
})

it.runIf(process.platform !== 'win32')(
  'leaves no half backup that looks whole when it is killed',
  async () => {
    const { path, hashes } = await played(200)
    const into = temporaryFolder()
    const start = () =>
      spawn(process.execPath, [cli, 'backup', into], {
        stdio: 'ignore',
        env: { PATH: process.env.PATH, DABBLE_DATA: path },
      })
    for (const copied of [0, 1, 60, 190]) {
      const child = start()
      await untilCopied(child, into, copied)
      child.kill('SIGKILL')
      await once(child, 'exit')
      for (const name of await names(into)) {
        const whole = !name.endsWith('.partial')
        // At the last moments it may have been done.
        if (whole) expect(await filesOf(join(into, name))).toEqual(fileNames(hashes))
        else expect(await readdir(join(into, name))).not.toContain('dabble.sqlite')
      }
      expect((await names(into)).filter(name => name.endsWith('.partial')).length).toBeLessThanOrEqual(1)
    }
    const [code] = await once(start(), 'exit')
    expect(code).toBe(0)
    const whole = await names(into)
    expect(whole.filter(name => name.endsWith('.partial'))).toEqual([])
    expect(await filesOf(join(into, whole.at(-1) as string))).toEqual(fileNames(hashes))
  },
  60_000,
)

/** Until so many pictures are in the unfinished backup, or it has ended. */
async function untilCopied(child: ChildProcess, into: string, copied: number): Promise<void> {
  // Looking without a pause would take a core from what is being waited for.
  for (; child.exitCode === null; await delay(1)) {
    const unfinished = (await names(into)).find(name => name.endsWith('.partial'))
    if (unfinished) {
      const files = await filesOf(join(into, unfinished)).catch(() => [])
      if (files.length >= copied) return
    }
  }
}

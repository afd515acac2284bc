import { createHash } from 'node:crypto'
import { link, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder, writeDurably } from '../files/durable.ts'
import { isTaken, takeLock } from '../files/lock.ts'
import { dataFolderAt } from '../start/data-folder.ts'
import { StartError } from '../start/start-error.ts'
import { noteBackup } from './note.ts'
import { keptPictures, snapshot } from './snapshot.ts'

export interface BackupResult {
  /** Absolute; a data folder that a game can be started on. */
  folder: string
  pictures: number
  /** Hashes of pictures whose files are gone or are no longer what they were: everything else is in the backup. */
  damaged: string[]
}

const partial = '.partial'
const copiesAtOnce = 8

/**
 * Copies database and pictures of a data folder, which may be in use, into a new folder below `into`. It gets its name only once
 * everything in it is on the disk: what was cut short ends in `.partial`, holds no database that a game would start on, and is
 * cleared away by the next backup. Pictures that an earlier backup beside it has are linked, not copied.
 * @param name of the new folder.
 * @throws {StartError} when there is no game, or another backup is being made into the same folder.
 */
export async function backUp(dataFolder: string, into: string, name: string): Promise<BackupResult> {
  const source = dataFolderAt(dataFolder)
  await mkdir(into, { recursive: true, mode: 0o700 })
  const release = lockOf(into)
  try {
    const earlier = await clearAway(into)
    const unfinished = join(into, `${name}${partial}`)
    const copy = dataFolderAt(unfinished)
    await mkdir(copy.picturesFolder, { recursive: true, mode: 0o700 })
    await snapshot(source.databaseFile, `${copy.databaseFile}${partial}`)

    const hashes = keptPictures(`${copy.databaseFile}${partial}`)
    const damaged: string[] = []
    const previous = earlier ? dataFolderAt(join(into, earlier)).picturesFolder : null
    await eachAtOnce(hashes, copiesAtOnce, async hash => {
      const file = `${hash}.png`
      const to = join(copy.picturesFolder, file)
      if (previous && (await linked(join(previous, file), to))) return
      const bytes = await readFile(join(source.picturesFolder, file)).catch(() => null)
      if (!bytes || createHash('sha256').update(bytes).digest('hex') !== hash) return void damaged.push(hash)
      await writeDurably(to, bytes)
    })

    await rename(`${copy.databaseFile}${partial}`, copy.databaseFile)
    for (const folder of [copy.picturesFolder, unfinished]) await syncFolder(folder)
    const folder = join(into, name)
    await rename(unfinished, folder)
    await syncFolder(into)
    await noteBackup(dataFolder, { at: Date.now(), folder })
    return { folder, pictures: hashes.length - damaged.length, damaged }
  } finally {
    release()
  }
}

function lockOf(into: string): () => void {
  try {
    return takeLock(join(into, 'backup.lock'))
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new StartError(`Another backup is being made into ${into}. Wait until it is done, or choose another folder.`)
  }
}

/** Removes what was cut short. Returns the name of the newest whole backup, if any. */
async function clearAway(into: string): Promise<string | null> {
  const folders = (await readdir(into, { withFileTypes: true })).filter(entry => entry.isDirectory())
  const names = folders.map(({ name }) => name).sort()
  for (const name of names.filter(name => name.endsWith(partial))) await rm(join(into, name), { recursive: true })
  return names.findLast(name => !name.endsWith(partial)) ?? null
}

/** One more name for the same file; false where that is not possible. Files named by their bytes never change. */
const linked = (from: string, to: string): Promise<boolean> =>
  link(from, to).then(
    () => true,
    () => false,
  )

async function eachAtOnce<T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items]
  const lane = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

import { createHash } from 'node:crypto'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from '../files/durable.ts'

/** Files named by the sha256 of their bytes. Written once, never changed; the database says which of them are shown. */
export interface PictureStore {
  /** Lower-case hex sha256. Returns only when the file would survive a power cut. Idempotent. */
  write(bytes: Uint8Array): Promise<string>
  /** @throws ENOENT when the file is missing. */
  read(hash: string): Promise<Buffer>
  remove(hash: string): Promise<void>
  /** Absolute path of the file, whether it exists or not. */
  pathOf(hash: string): string
}

export function createPictureStore(folder: string): PictureStore {
  const pathOf = (hash: string) => join(folder, `${hash}.png`)

  async function write(bytes: Uint8Array): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex')
    const path = pathOf(hash)
    const known = await stat(path).catch(() => null)
    if (known?.size === bytes.length) return hash
    await writeDurably(path, bytes)
    return hash
  }

  return {
    write,
    read: hash => readFile(pathOf(hash)),
    remove: hash => rm(pathOf(hash), { force: true }),
    pathOf,
  }
}

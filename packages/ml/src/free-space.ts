import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Bytes that this user may still write to the disk that holds a path, which need not be there yet. */
export async function freeSpace(path: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(path)
    return bavail * bsize
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return freeSpace(dirname(path))
    throw error
  }
}

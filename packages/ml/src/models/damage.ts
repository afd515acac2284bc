import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOfFile } from '../checksum.ts'
import type { Sealed } from './seal.ts'

export type Damage = { path: string; what: 'missing' | 'damaged' }

/** The files of a finished folder that are not what they were; `onFile` hears of each as it is done. */
export async function findDamage(
  folder: string,
  files: Sealed,
  onFile: (bytes: number) => void = () => {},
): Promise<Damage[]> {
  const damage: Damage[] = []
  for (const [path, { sha256, bytes }] of Object.entries(files)) {
    const file = join(folder, path)
    const found = await stat(file).catch(() => null)
    if (!found?.isFile()) damage.push({ path, what: 'missing' })
    // A file of another length need not be read.
    else if (found.size !== bytes || (await hashOfFile(file, 'sha256')) !== sha256)
      damage.push({ path, what: 'damaged' })
    onFile(bytes)
  }
  return damage
}

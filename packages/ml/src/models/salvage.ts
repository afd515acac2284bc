import { copyFile, link, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { CatalogueFile } from './catalogue-entry.ts'
import { matches } from './checksums.ts'
import { findDamage } from './damage.ts'
import { sizeOf } from './hub.ts'
import type { Plan } from './plan.ts'
import { readManifest } from './store.ts'

/**
 * Takes the good files of a model that is there, but damaged or made of other files, into the folder of the one that replaces it.
 * The old one stays as it is until then: somebody may be playing with it.
 */
export async function salvage(folder: string, partial: string, { files }: Plan): Promise<void> {
  const manifest = await readManifest(folder)
  if (!manifest) return
  for (const file of files) {
    const sealed = manifest.files[file.to]
    const [from, to] = [join(folder, file.to), join(partial, file.to)]
    if (!sealed || (await sizeOf(to)) || (await findDamage(folder, { [file.to]: sealed })).length > 0) continue
    if (await isWanted(file, from)) await linkOrCopy(from, to)
  }
}

/** Not of another commit, which only a checksum tells. */
const isWanted = async (file: CatalogueFile, path: string) =>
  'from' in file && file.checksum !== null && (await matches(path, file.checksum))

/** The same file under a second name where the disk can do that, else a copy. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await link(from, to).catch(() => copyFile(from, to))
}

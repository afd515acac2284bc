import { basename, join } from 'node:path'
import type { CatalogueEntry } from './catalogue-entry.ts'
import { type Damage, findDamage } from './damage.ts'
import { ModelsError } from './models-error.ts'
import { exists, installed, readManifest } from './store.ts'

export type Verified = {
  name: string
  folder: string
  files: number
  bytes: number
  damage: Damage[]
  /** What mends it; empty where nothing is to be mended. */
  mend: string
}

/** The folders that somebody means: one by name or path, or all that are installed. Throws ModelsError. */
export async function foldersOf(models: string, which: string | undefined): Promise<string[]> {
  if (which === undefined) return (await installed(models)).map(name => join(models, name))
  for (const folder of [join(models, which), which]) if (await exists(folder)) return [folder]
  const names = await installed(models)
  throw new ModelsError(`There is no model "${which}" in ${models}, which has: ${names.join(', ') || 'none yet'}.`)
}

/** Every file of a finished model against its checksum. Throws ModelsError for a folder that is no model. */
export async function verifyModel(folder: string, catalogue: readonly CatalogueEntry[]): Promise<Verified> {
  const manifest = await readManifest(folder)
  if (!manifest) throw new ModelsError(`${folder} has neither bundle.json nor part.json. Pull or add the model again.`)
  const damage = await findDamage(folder, manifest.files)
  const sizes = Object.values(manifest.files)
  const name = basename(folder)
  const pulled = catalogue.some(entry => entry.name === name)
  return {
    name,
    folder,
    files: sizes.length,
    bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    damage,
    mend: damage.length === 0 ? '' : mendOf(name, folder, pulled),
  }
}

const mendOf = (name: string, folder: string, pulled: boolean) =>
  pulled
    ? `npm run dabble -- models pull ${name} fetches only what is damaged`
    : `restore them in ${folder} from a complete copy, or remove the folder and add the model again`

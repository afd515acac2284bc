import { basename, join } from 'node:path'
import type { CatalogueEntry } from './catalogue-entry.ts'
import { type Damage, findDamage } from './damage.ts'
import { ModelsError } from './models-error.ts'
import type { Sealed } from './seal.ts'
import { exists, installed, readManifest } from './store.ts'

export type Installed = { name: string; licence: string; bytes: number }

/** What a finished model says of itself. Throws ModelsError for a folder that is no model. */
export async function installedModel(folder: string): Promise<Installed> {
  const { licence, files } = await manifestOf(folder)
  return { name: basename(folder), licence, bytes: bytesOf(files) }
}

async function manifestOf(folder: string) {
  const manifest = await readManifest(folder)
  if (manifest) return manifest
  throw new ModelsError(`${folder} has neither bundle.json nor part.json. Pull or add the model again.`)
}

const bytesOf = (files: Sealed) => Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0)

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
  const manifest = await manifestOf(folder)
  const damage = await findDamage(folder, manifest.files)
  const name = basename(folder)
  const pulled = catalogue.some(entry => entry.name === name)
  return {
    name,
    folder,
    files: Object.keys(manifest.files).length,
    bytes: bytesOf(manifest.files),
    damage,
    mend: damage.length === 0 ? '' : mendOf(name, folder, pulled),
  }
}

const mendOf = (name: string, folder: string, pulled: boolean) =>
  pulled
    ? `npm run dabble -- models pull ${name} fetches only what is damaged`
    : `restore them in ${folder} from a complete copy, or remove the folder and add the model again`

import {
  type CatalogueEntry,
  type CatalogueFile,
  type CatalogueKind,
  type HubFile,
  inFolder,
  unpinned,
} from './catalogue-entry.ts'
import { ModelsError } from './models-error.ts'

export type PullOrder = {
  /** Of the catalogue. */
  name: string
  /** What the folder is to be called; the catalogue's name unless given. */
  as?: string
  /** The CLIP that goes with a pipeline. */
  clip?: string
  /** The tiny decoder in place of the pipeline's own. */
  decoder?: string
}

/** What a folder is made of. */
export type Plan = {
  name: string
  entry: CatalogueEntry
  /** All of which files come. */
  entries: readonly CatalogueEntry[]
  files: readonly CatalogueFile[]
}

/** Throws ModelsError for names that are not in the catalogue, or do not go together. */
export function planPull(catalogue: readonly CatalogueEntry[], order: PullOrder): Plan {
  const find = (name: string, kind?: CatalogueKind) => {
    const found = catalogue.find(entry => entry.name === name && (!kind || entry.kind === kind))
    if (found) return found
    const names = catalogue.filter(entry => !kind || entry.kind === kind).map(entry => entry.name)
    throw new ModelsError(`There is no ${kind ?? 'model'} "${name}" in the catalogue, which has: ${names.join(', ')}.`)
  }
  const entry = find(order.name)
  const name = order.as ?? entry.name
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name))
    throw new ModelsError(`"${name}" cannot be a name: small letters, digits and dashes, a letter first, 40 at most.`)
  if (entry.kind !== 'pipeline') {
    if (order.clip || order.decoder)
      throw new ModelsError(`${entry.name} is no pipeline: leave out --clip and --taesd.`)
    return { name, entry, entries: [entry], files: entry.files }
  }
  const clip = find(order.clip ?? 'clip-vit-b32', 'clip')
  const decoder = order.decoder ? find(order.decoder, 'decoder') : null
  if (decoder && decoder.latents !== entry.latents)
    throw new ModelsError(`${decoder.name} does not read the latents of ${entry.name}. Leave out --taesd.`)
  return {
    name,
    entry,
    entries: [entry, clip, ...(decoder ? [decoder] : [])],
    files: [...entry.files, ...inFolder('clip', clip.files), ...(decoder ? inFolder('taesd', decoder.files) : [])],
  }
}

/** Throws ModelsError, a line for each licence that nobody has accepted. */
export function checkLicences({ entries }: Plan, accepted: readonly string[]): void {
  const refused = entries.filter(({ licence }) => !licence.open && !accepted.includes(licence.name))
  if (refused.length === 0) return
  throw new ModelsError(
    refused
      .map(
        ({ name, licence }) =>
          `${name} is under the licence ${licence.name}, which sets conditions: read ${licence.url}, then add --accept-licence ${licence.name}`,
      )
      .join('\n'),
  )
}

/** Checksums by `nameInLock`. */
export type Lock = Readonly<Record<string, string>>

/** With the commit: a newer Dabble may want the same file of another one. */
export const nameInLock = ({ repository, revision, path }: HubFile): string => `${repository}@${revision}/${path}`

/** The plan with the checksums that an earlier download was trusted with. */
export function withLock(plan: Plan, lock: Lock): Plan {
  const locked = (file: CatalogueFile): CatalogueFile =>
    'from' in file && !file.checksum ? { ...file, checksum: lock[nameInLock(file.from)] ?? null } : file
  return { ...plan, files: plan.files.map(locked) }
}

/** Throws ModelsError while there are files that nobody has vouched for, unless the first download is to be trusted. */
export function checkTrust({ name, files }: Plan, trust: boolean): void {
  const open = unpinned(files)
  if (open.length === 0 || trust) return
  throw new ModelsError(
    `For ${open.length} of ${files.length} files of ${name} this Dabble knows the commit but no checksum (${open[0]?.to}, …). ` +
      'Add --trust-on-first-use to take them as they come; their checksums are written down, and must be the same ever after.',
  )
}

export const licenceOf = ({ entries }: Plan): string =>
  [...new Set(entries.map(({ licence }) => licence.name))].join(', ')

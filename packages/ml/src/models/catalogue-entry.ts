/** A file at one commit of a repository on the hub. */
export type HubFile = { repository: string; revision: string; path: string }

/**
 * What a file must be: the SHA-256 of its content or, for small files, the object id that git gives it; those two are what the
 * hub lists. Hexadecimal, told apart by length.
 */
export type Checksum = string

export type CatalogueFile = {
  /** Path in the folder that is made of it. */
  to: string
} & (
  | {
      from: HubFile
      bytes: number
      /** Null: not known when this catalogue was written. Then whoever pulls has to trust the first download. */
      checksum: Checksum | null
    }
  /** JSON that Dabble writes by itself, because the repository lacks it. */
  | { content: Readonly<Record<string, unknown>> }
)

export type HubCatalogueFile = Extract<CatalogueFile, { from: object }>

/** A diffusers pipeline that draws, a CLIP that compares, or a tiny decoder in place of a pipeline's own. */
export type CatalogueKind = 'pipeline' | 'clip' | 'decoder'

export type CatalogueEntry = {
  name: string
  kind: CatalogueKind
  description: string
  /** `open`: lets anybody do anything; others must be accepted by name. */
  licence: { name: string; open: boolean; url: string }
  /** What tests exercise of it, so that nobody finds out at the booth. */
  tested: string
  /** Which latents a pipeline makes and a decoder reads. */
  latents?: 'sd' | 'sdxl'
  files: readonly CatalogueFile[]
}

/**
 * Files of `repository@commit`, one a line: checksum (or a dash), bytes, path, and `> path` where it goes elsewhere in the folder.
 * Throws on a line that is none of that: a catalogue with a slip must not ship.
 */
export function filesAt(source: string, table: string): CatalogueFile[] {
  const [repository = '', revision = ''] = source.split('@')
  return table.split('\n').map(line => {
    const match = /^\s*(-|[0-9a-f]{40}|[0-9a-f]{64}) (\d+) (\S+)(?: > (\S+))?$/.exec(line)
    if (!match) throw new Error(`Not a line of the catalogue: ${line}`)
    const [, checksum, bytes, path = '', to = path] = match
    const from = { repository, revision, path }
    return { to, from, bytes: Number(bytes), checksum: checksum === '-' ? null : (checksum ?? null) }
  })
}

export const totalBytes = (files: readonly CatalogueFile[]): number =>
  files.reduce((sum, file) => sum + ('from' in file ? file.bytes : 0), 0)

/** The files whose content nobody has vouched for. */
export const unpinned = (files: readonly CatalogueFile[]): HubCatalogueFile[] =>
  files.filter((file): file is HubCatalogueFile => 'from' in file && !file.checksum)

/** The same files in a subfolder. */
export const inFolder = (folder: string, files: readonly CatalogueFile[]): CatalogueFile[] =>
  files.map(file => ({ ...file, to: `${folder}/${file.to}` }))

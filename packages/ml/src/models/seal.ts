import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { hashOfFile } from '../checksum.ts'

export type Sealed = Record<string, { sha256: string; bytes: number }>

export const sealedFile = async (path: string) => ({
  sha256: await hashOfFile(path, 'sha256'),
  bytes: (await stat(path)).size,
})

/** Size and SHA-256 of every file below a folder, by path; those named in `except` are left out. */
export async function sealed(folder: string, except: readonly string[]): Promise<Sealed> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(path => !except.includes(path))
    .sort()
  const files: Sealed = {}
  // One after the other: hashing keeps a core busy, and disks like to be read in order.
  for (const path of paths) {
    files[path] = await sealedFile(join(folder, path))
  }
  return files
}

/** Writes the checksums of a bundle's files into its bundle.json. */
export async function sealBundle(folder: string): Promise<void> {
  const path = join(folder, 'bundle.json')
  const manifest = JSON.parse(await readFile(path, 'utf8')) as object
  await writeFile(path, asJson({ ...manifest, files: await sealed(folder, ['bundle.json']) }))
}

export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

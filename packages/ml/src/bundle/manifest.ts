import { createHash, type Hash } from 'node:crypto'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { readJson } from './read-json.ts'
import { type BundleManifest, bundleFile } from './schemas.ts'

/** The bundle that comes with Dabble. */
export const pocketDir = fileURLToPath(new URL('../../bundles/pocket', import.meta.url))

/**
 * Reads and validates bundle.json; touches no weights. Throws BundleError.
 * Checksums are the sidecar's business (`verifyBundle`).
 */
export function readBundleManifest(folder: string): BundleManifest {
  const dir = resolve(folder)
  const file = readJson(dir, 'bundle.json', bundleFile)
  return { ...file, id: bundleId(file), dir }
}

/**
 * Fused graphs may move a picture's values by one 8-bit level, and a round is pinned to bits: a bundle with them is another one.
 */
function bundleId(file: z.infer<typeof bundleFile>): string {
  const { name, files, fused } = file
  if (!fused) return `${name}@${unfusedHash(file)}`
  const hash = createHash('sha256').update(`${unfusedHash(file)}\n`)
  for (const part of fusedParts) if (fused[part]) hash.update(`${part} ${fused[part]} ${files[fused[part]]?.sha256}\n`)
  return `${name}@${digits(hash)}`
}

const fusedParts = ['decoder', 'oneStep', 'vision'] as const

/** Paths of a bundle's fused graphs. */
export const fusedPaths = ({ fused }: Pick<z.infer<typeof bundleFile>, 'fused'>): string[] =>
  fusedParts.flatMap(part => fused?.[part] ?? [])

const digits = (hash: Hash) => hash.digest('hex').slice(0, 16)

/**
 * 16 hex digits over all that changes a picture, but for fused graphs, which are made of it. Calibration, names and languages are left
 * out: they change no picture, and a round pins its calibration by itself.
 */
export function unfusedHash(file: z.infer<typeof bundleFile>): string {
  const { files, picture, steps, guidance, tokenizer, ...rest } = file
  const hash = createHash('sha256')
  const fused = fusedPaths(file)
  for (const path of Object.keys(files).sort())
    if (!fused.includes(path)) hash.update(`${path} ${files[path]?.sha256}\n`)
  hash.update(`${picture.width}x${picture.height} steps ${steps} guidance ${guidance} ${tokenizer.kind}\n`)
  if (rest.negativePrompt) hash.update(`without ${rest.negativePrompt}\n`)
  if (rest.decoder) hash.update(`decoder ${rest.decoder}\n`)
  return digits(hash)
}

import { createHash } from 'node:crypto'
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

/** Calibration, names and languages are left out: they change no picture, and a round pins its calibration by itself. */
function bundleId({ name, files, picture, steps, guidance, tokenizer, ...rest }: z.infer<typeof bundleFile>): string {
  const hash = createHash('sha256')
  for (const path of Object.keys(files).sort()) hash.update(`${path} ${files[path]?.sha256}\n`)
  hash.update(`${picture.width}x${picture.height} steps ${steps} guidance ${guidance} ${tokenizer.kind}\n`)
  if (rest.negativePrompt) hash.update(`without ${rest.negativePrompt}\n`)
  if (rest.decoder) hash.update(`decoder ${rest.decoder}\n`)
  return `${name}@${hash.digest('hex').slice(0, 16)}`
}

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BundleError } from './bundle-error.ts'
import { readBundleManifest } from './manifest.ts'
import type { BundleManifest } from './schemas.ts'

/** What every bundle has; bundle.json may list more. */
const required = [
  'model_index.json',
  'scheduler/scheduler_config.json',
  'text_encoder/model.onnx',
  'tokenizer/tokenizer_config.json',
  'unet/model.onnx',
  'vae_decoder/model.onnx',
  'clip/preprocessor_config.json',
  'clip/onnx/vision_model.onnx',
]

/** Reads the manifest and compares every file with its checksum. Throws BundleError, one line, at the first difference. */
export async function verifyBundle(folder: string): Promise<BundleManifest> {
  const manifest = readBundleManifest(folder)
  const unlisted = required.find(path => !(path in manifest.files))
  if (unlisted) throw new BundleError(`Bundle ${manifest.dir}: bundle.json does not list ${unlisted}.`)
  await Promise.all(Object.entries(manifest.files).map(([path, file]) => verifyFile(manifest.dir, path, file.sha256)))
  return manifest
}

async function verifyFile(dir: string, path: string, sha256: string) {
  const bytes = await readFile(join(dir, path)).catch(() => {
    throw new BundleError(`Bundle ${dir}: ${path} is missing or unreadable; restore the folder from a complete copy.`)
  })
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new BundleError(`Bundle ${dir}: ${path} is damaged (checksum differs); restore it from a complete copy.`)
}

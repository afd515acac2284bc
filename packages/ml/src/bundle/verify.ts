import { readdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { hashOfFile } from '../checksum.ts'
import { BundleError } from './bundle-error.ts'
import { readBundleManifest, unfusedHash } from './manifest.ts'
import { modelIndexFile } from './model-index.ts'
import { readJson } from './read-json.ts'
import { requiredFiles, tokenizerKind } from './required-files.ts'
import type { BundleManifest } from './schemas.ts'

/**
 * Reads the manifest and compares every file with its checksum. Throws BundleError, one line, at the first difference, and for files
 * that the kind of pipeline needs, or that lie beside a graph and could be its weights, but are not listed.
 */
export async function verifyBundle(folder: string): Promise<BundleManifest> {
  const manifest = readBundleManifest(folder)
  const { dir, files, fused, tokenizer } = manifest
  const index = readJson(dir, 'model_index.json', modelIndexFile)
  const expected = tokenizerKind(index)
  if (tokenizer.kind !== expected)
    throw new BundleError(
      `Bundle ${dir}: bundle.json: tokenizer.kind must be "${expected}" for a ${index._class_name}; correct it.`,
    )
  if (fused && fused.of !== unfusedHash(manifest))
    throw new BundleError(
      `Bundle ${dir} was changed since its graphs were fused: fuse them again (npm run dabble -- models fuse ${dir}).`,
    )
  const unlisted = [...requiredFiles(index, manifest), ...(await filesBesideGraphs(manifest))].find(
    path => !(path in files),
  )
  if (unlisted) throw new BundleError(`Bundle ${dir}: bundle.json does not list ${unlisted}.`)
  await Promise.all(Object.entries(files).map(([path, { sha256 }]) => verifyFile(dir, path, sha256)))
  return manifest
}

/** ONNX Runtime reads external weights from a graph's folder, by whatever name the graph gives them. */
async function filesBesideGraphs({ dir, files }: BundleManifest): Promise<string[]> {
  const graphs = Object.keys(files).filter(path => path.endsWith('.onnx'))
  const folders = [...new Set(graphs.map(path => posix.dirname(path)))]
  const entries = await Promise.all(
    folders.map(async folder => {
      const inside = await readdir(join(dir, folder), { withFileTypes: true }).catch(() => [])
      return inside
        .filter(entry => !entry.isDirectory() && !entry.name.startsWith('.'))
        .map(({ name }) => posix.join(folder, name))
        .filter(path => path !== 'bundle.json')
    }),
  )
  return entries.flat()
}

async function verifyFile(dir: string, path: string, expected: string) {
  const sha256 = await hashOfFile(join(dir, path), 'sha256').catch(() => {
    throw new BundleError(`Bundle ${dir}: ${path} is missing or unreadable; restore the folder from a complete copy.`)
  })
  if (sha256 !== expected)
    throw new BundleError(`Bundle ${dir}: ${path} is damaged (checksum differs); restore it from a complete copy.`)
}

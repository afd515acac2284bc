import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  BundleError,
  type BundleManifest,
  bundleFile,
  fusedPaths,
  readBundleManifest,
  readJson,
  unfusedHash,
  verifyBundle,
} from '../bundle/index.ts'
import { asJson, sealedFile } from '../models/seal.ts'
import { fuseDecoder } from './decoder.ts'
import { fuseOneStep } from './one-step.ts'
import { fuseVision } from './vision.ts'

/** Files in the bundle's root, from where the weights in its folders can be referred to. */
const files = { decoder: 'fused-decoder.onnx', oneStep: 'fused-one-step.onnx', vision: 'fused-vision.onnx' }
type Kind = keyof typeof files

export type Fused = {
  id: string
  made: Kind[]
  /** A line for each graph that stays as it is. */
  left: string[]
}

/**
 * Fuses what can be fused of a bundle: the whole pipeline where it takes one step, its decoder where not, and CLIP's preprocessing.
 * What was fused before is made anew. Verifies the bundle first. Throws BundleError when nothing can be fused.
 */
export async function fuseBundle(dir: string): Promise<Fused> {
  await unfuse(dir)
  const manifest = await verifyBundle(dir)
  const graphs: [Kind, Uint8Array][] = []
  const left: string[] = []
  const attempt = async (kind: Kind, fuse: (manifest: BundleManifest) => Promise<Uint8Array>) => {
    try {
      graphs.push([kind, await fuse(manifest)])
      return true
    } catch (error) {
      if (!(error instanceof BundleError)) throw error
      left.push(error.message)
    }
  }
  if (!(await attempt('oneStep', fuseOneStep))) await attempt('decoder', fuseDecoder)
  await attempt('vision', fuseVision)
  if (graphs.length === 0) throw new BundleError(`Nothing of ${dir} can be fused: ${left.join(' ')}`)
  for (const [kind, bytes] of graphs) await writeFile(join(dir, files[kind]), bytes)

  const file = readJson(dir, 'bundle.json', bundleFile)
  const made = graphs.map(([kind]) => kind)
  const fused = { of: unfusedHash(file), ...Object.fromEntries(made.map(kind => [kind, files[kind]])) }
  const sealed: typeof file.files = {}
  for (const kind of made) sealed[files[kind]] = await sealedFile(join(dir, files[kind]))
  await writeFile(join(dir, 'bundle.json'), asJson({ ...file, fused, files: { ...file.files, ...sealed } }))
  return { id: readBundleManifest(dir).id, made, left }
}

/** Makes a bundle what it was before its graphs were fused, also where that was interrupted. Throws BundleError. */
export async function unfuse(dir: string): Promise<void> {
  const { fused, ...file } = readJson(dir, 'bundle.json', bundleFile)
  const paths = [...Object.values(files), ...fusedPaths({ fused })]
  const kept = Object.entries(file.files).filter(([path]) => !paths.includes(path))
  if (fused) await writeFile(join(dir, 'bundle.json'), asJson({ ...file, files: Object.fromEntries(kept) }))
  for (const path of paths) await rm(join(dir, path), { force: true })
}

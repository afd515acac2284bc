export { BundleError } from './bundle-error.ts'
export { fusedPaths, pocketDir, readBundleManifest, unfusedHash } from './manifest.ts'
export { type ModelIndex, modelIndexFile, type PipelineKind, pipelineKind } from './model-index.ts'
export { readJson } from './read-json.ts'
export {
  type BundleManifest,
  bundleFile,
} from './schemas.ts'
export { verifyBundle } from './verify.ts'

export { BundleError } from './bundle-error.ts'
export { pocketDir, readBundleManifest } from './manifest.ts'
export { readJson } from './read-json.ts'
export {
  type BundleManifest,
  bundleFile,
  type HashedNgrams,
  type PreprocessorConfig,
  preprocessorFile,
  type SchedulerConfig,
  schedulerFile,
} from './schemas.ts'
export { verifyBundle } from './verify.ts'

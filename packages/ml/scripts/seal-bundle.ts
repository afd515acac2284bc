/** Usage: node packages/ml/scripts/seal-bundle.ts <bundle>. Writes size and SHA-256 of every file into bundle.json. */
import { pocketDir, readBundleManifest } from '../src/bundle/index.ts'
import { sealBundle } from '../src/models/seal.ts'

const dir = process.argv[2] ?? pocketDir
await sealBundle(dir)
console.log(readBundleManifest(dir).id)

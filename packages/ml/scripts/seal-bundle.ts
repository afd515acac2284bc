/** Usage: node packages/ml/scripts/seal-bundle.ts <bundle>. Writes size and SHA-256 of every file into bundle.json. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pocketDir, readBundleManifest } from '../src/bundle/index.ts'

const dir = process.argv[2] ?? pocketDir
const path = join(dir, 'bundle.json')
const files = readdirSync(dir, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .filter(name => name !== 'bundle.json')
  .sort()
  .map(name => {
    const bytes = readFileSync(join(dir, name))
    return [name, { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }]
  })
writeFileSync(
  path,
  `${JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), files: Object.fromEntries(files) }, null, 2)}\n`,
)
console.log(readBundleManifest(dir).id)

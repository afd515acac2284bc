import './node-version.mjs'
import { promises as fs } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/*
 * Builds the two browser apps, each only when something it is made of is newer than what was built. The server is not built:
 * Node runs its sources.
 */

const root = resolve(import.meta.dirname, '..')
const shared = ['packages/api/src', 'packages/ui/src', 'pnpm-lock.yaml', 'vite.config.ts', 'scripts/build.ts']

async function filesOf(path: string): Promise<string[]> {
  const entries = await fs.readdir(path, { withFileTypes: true, recursive: true })
  return entries
    .filter(entry => entry.isFile() && !/node_modules|[\\/]dist/.test(entry.parentPath))
    .map(entry => join(entry.parentPath, entry.name))
}

/** Milliseconds since the epoch of the newest file in a file or folder; 0 when there is none. */
async function newest(path: string): Promise<number> {
  const stat = await fs.stat(path).catch(() => null)
  if (!stat) return 0
  if (stat.isFile()) return stat.mtimeMs
  const times = await Promise.all((await filesOf(path)).map(async file => (await fs.stat(file)).mtimeMs))
  return Math.max(0, ...times)
}

async function isStale(app: string): Promise<boolean> {
  const built = await fs.stat(join(app, 'dist/index.html')).catch(() => null)
  if (!built) return true
  const sources = await Promise.all([app, ...shared.map(path => join(root, path))].map(newest))
  return Math.max(...sources) > built.mtimeMs
}

/** Phones on crowded Wi-Fi get a quarter of the bytes, and the server compresses nothing while people play. */
async function compress(dist: string): Promise<void> {
  const files = (await filesOf(dist)).filter(file => /\.(js|css|html|svg|json|wasm)$/.test(file))
  for (const file of files) {
    const bytes = await fs.readFile(file)
    const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 }
    await fs.writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params: quality }))
    await fs.writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
  }
}

async function build(app: string): Promise<void> {
  const name = relative(root, app)
  if (!(await isStale(app))) return console.log(`${name} is up to date`)
  const began = performance.now()
  const { build } = await import('vite')
  // Where a configuration names no root, Vite takes the working directory.
  process.chdir(app)
  await build({ configFile: join(app, 'vite.config.ts'), logLevel: 'warn' })
  await compress(join(app, 'dist'))
  console.log(`${name} built in ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

for await (const config of fs.glob('apps/*/vite.config.ts', { cwd: root })) await build(resolve(root, dirname(config)))

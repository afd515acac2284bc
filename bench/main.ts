import '../scripts/node-version.mjs'
import { type Bench, UsageError } from './bench.ts'

/** Every bench runs from a bare clone: it starts what it measures, and cleans up after itself. */
const benches: Record<string, () => Promise<Bench>> = {
  entry: () => import('./entry.ts'),
  captcha: () => import('./captcha.ts'),
  overhead: () => import('./overhead.ts'),
  drill: () => import('./drill.ts'),
  prizes: () => import('./prizes.ts'),
  serving: () => import('./serving.ts'),
  pocket: () => import('./pocket.ts'),
  parity: () => import('./parity.ts'),
  ml: () => import('./ml.ts'),
  fuse: () => import('./fuse.ts'),
}

const [name = '', ...options] = process.argv.slice(2)
const load = Object.hasOwn(benches, name) ? benches[name] : undefined

if (!load) {
  process.stderr.write(`Usage: npm run bench -- <${Object.keys(benches).join(' | ')}> [--json]\n`)
  process.exit(2)
}

const { run } = await load()
const say = options.includes('--json') ? () => {} : (line: string) => void process.stdout.write(`${line}\n`)
const own = options.filter(option => option !== '--json')
const result = await run(say, own).catch(error => {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(2)
})
// The last line, whatever came before.
process.stdout.write(`${JSON.stringify({ bench: name, ...result })}\n`)
process.exit()

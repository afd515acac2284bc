import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Where everything lands that Electron runs. */
export const electronFolder = here('./dist-electron/app')

const shared: InlineConfig = { configFile: false, publicDir: false, logLevel: 'warn' }

/** Main: one module; Electron and Node's own modules stay outside. */
const main = (outDir: string): InlineConfig => ({
  ...shared,
  ssr: { noExternal: true, external: ['electron'] },
  build: { outDir, ssr: here('./src/main/main.ts'), target: 'node24', emptyOutDir: true },
})

/** Preload: a sandboxed one is a single CommonJS file and can require nothing but Electron. */
const preload = (outDir: string): InlineConfig => ({
  ...shared,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    outDir,
    ssr: here('./src/preload/preload.ts'),
    target: 'chrome140',
    emptyOutDir: false,
    rollupOptions: { output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
  },
})

/** The connect page: a web page like the others, only that its files come from the disk. */
const connect = (outDir: string): InlineConfig => ({
  ...shared,
  root: here('./src/connect'),
  base: '/',
  plugins: [react()],
  build: {
    outDir: `${outDir}/connect`,
    target: 'chrome140',
    assetsInlineLimit: 0,
    // It comes from the disk, once.
    chunkSizeWarningLimit: 2000,
    emptyOutDir: true,
  },
})

/** An app of its own, without dependencies: everything is bundled. */
async function manifest() {
  const { version, license } = JSON.parse(await readFile(here('./package.json'), 'utf8')) as Record<string, string>
  const description = 'The big screen and staff window of the booth game Dabble'
  const author = 'The Dabble authors'
  return {
    name: 'dabble-kiosk',
    productName: 'Dabble Kiosk',
    version,
    description,
    author,
    license,
    type: 'module',
    main: 'main.js',
  }
}

export async function buildElectron(outDir = electronFolder): Promise<void> {
  for (const part of [main, preload, connect]) await build(part(outDir))
  await writeFile(`${outDir}/package.json`, `${JSON.stringify(await manifest(), null, 2)}\n`)
}

if (import.meta.main) await buildElectron()

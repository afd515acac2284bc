import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Where everything lands that Electron runs. */
export const electronFolder = here('./dist-electron')

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

export async function buildElectron(outDir = electronFolder): Promise<void> {
  for (const part of [main, preload, connect]) await build(part(outDir))
}

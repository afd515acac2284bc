import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const booth = 'http://127.0.0.1:3000'

/** Compressed once, here: the booth box has pictures to draw. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      for (const file of Object.keys(bundle).filter(name => /\.(js|css|html|svg)$/.test(name))) {
        const path = join(dir as string, file)
        const bytes = readFileSync(path)
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
        writeFileSync(`${path}.br`, brotliCompressSync(bytes))
      }
    },
  }
}

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react(), compressed()],
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    // Phones of about five years ago: iOS 15.4 and Android browsers that still update themselves.
    target: ['chrome100', 'firefox100', 'safari15.4'],
    cssTarget: ['chrome100', 'firefox100', 'safari15.4'],
    // Everything is a file of this origin: the content security policy knows no `data:` fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  server: {
    proxy: Object.fromEntries(['/trpc', '/live', '/pictures'].map(path => [path, booth])),
  },
})

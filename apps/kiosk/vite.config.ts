import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The renderer only: a plain web page that the server serves at `/kiosk/`, and that a kiosk window opens from there. */
export default defineConfig({
  root: here('./src/renderer'),
  base: '/kiosk/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: ['chrome111', 'firefox115', 'safari16.4'],
    // Everything is a file of this origin: the content security policy knows no `data:` scripts or fonts.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/live': 'http://127.0.0.1:3000',
      '/pictures': 'http://127.0.0.1:3000',
    },
  },
})

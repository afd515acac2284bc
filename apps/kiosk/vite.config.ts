import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * The two pages that the server serves, and that the kiosk's windows open from there: the big screen at `/kiosk/`, the crew's
 * screens at `/staff/`. Both take their files from `/kiosk/assets/`.
 */
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
    rollupOptions: { input: [here('./src/renderer/index.html'), here('./src/renderer/staff.html')] },
  },
  server: {
    proxy: {
      '/live': 'http://127.0.0.1:3000',
      '/pictures': 'http://127.0.0.1:3000',
      '/trpc': 'http://127.0.0.1:3000',
    },
  },
})

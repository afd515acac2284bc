import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { KioskState } from '@dabble/api'
import { build, loadConfigFromFile } from 'vite'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A booth that shows the big screen whatever a test wants it to show, and whose live feed can go away while pages still load. */
export async function openBooth(first: KioskState | null) {
  const folder = await mkdtemp(join(tmpdir(), 'dabble-kiosk-'))
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, configFile)
  const input = fileURLToPath(new URL('../src/renderer/index.html', import.meta.url))
  const options = { ...loaded?.config.build, outDir: folder, rollupOptions: { input } }
  await build({ ...loaded?.config, configFile: false, logLevel: 'error', build: options })

  let state = first
  let away = false
  const screens = new Set<ServerResponse>()
  const tell = (screen: ServerResponse) => state && screen.write(`event: kiosk\ndata: ${JSON.stringify(state)}\n\n`)

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url as string, 'http://booth')
    if (pathname.startsWith('/live/') || pathname.startsWith('/pictures/')) {
      if (away) return void response.destroy()
      if (pathname.startsWith('/pictures/')) return void response.setHeader('content-type', 'image/png').end(pixel)
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      screens.add(response)
      response.on('close', () => screens.delete(response))
      return void tell(response)
    }
    const file = pathname.replace(/^\/kiosk\/?/, '') || 'index.html'
    const body = await readFile(join(folder, file)).catch(() => null)
    response.writeHead(body ? 200 : 404, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    response.end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show(next: KioskState) {
      state = next
      for (const screen of screens) tell(screen)
    },
    goAway() {
      away = true
      for (const screen of screens) screen.destroy()
    },
    comeBack() {
      away = false
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { build } from 'vite'
import { boothHost } from '../../../../test/browser.ts'
import { createCaptcha } from '../../../server/src/captcha/captcha.ts'

/** What the page may do: nothing from elsewhere, no eval (WebAssembly's neither), no blob workers. */
const csp =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'"
const use = { playerId: 'player', action: 'entry' }

/** Builds the test page as Vite ships it and serves it with a real CAPTCHA on loopback. */
export async function serveCaptchaPage(options: { difficulty?: number; ttlMs?: number } = {}) {
  const files = await buildPage()
  const captcha = createCaptcha({ secret: 'a test', ...options })
  const spent = new Set<string>()

  const check = async (request: IncomingMessage) => {
    const verdict = captcha.check(await text(request), { ...use, now: Date.now() })
    if (!verdict.ok) return verdict.reason
    if (spent.has(verdict.id)) return 'used'
    spent.add(verdict.id)
    return 'ok'
  }

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    response.setHeader('content-security-policy', csp)
    if (pathname === '/challenge') {
      response.end(JSON.stringify(await captcha.issue({ ...use, now: Date.now() })))
    } else if (pathname === '/check') {
      response.end(await check(request))
    } else {
      const file = files.get(pathname)
      response.writeHead(file ? 200 : 404, { 'content-type': contentType(pathname) }).end(file)
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://${boothHost}:${port}`,
    files,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

async function buildPage(): Promise<Map<string, string | Uint8Array>> {
  const built = await build({
    configFile: false,
    root: join(import.meta.dirname, '../..'),
    logLevel: 'warn',
    build: { write: false, rolldownOptions: { input: join(import.meta.dirname, 'page.tsx') } },
  })
  if (!('output' in built)) throw new Error('expected one build')
  const files = new Map<string, string | Uint8Array>(
    built.output.map(file => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  )
  const [style] = [...files.keys()].filter(name => name.endsWith('.css'))
  const entry = built.output.find(file => file.type === 'chunk' && file.isEntry)
  const head = `<meta charset="utf-8"><title>CAPTCHA</title><link rel="stylesheet" href="${style}">`
  const body = `<div id="root"></div><script type="module" src="/${entry?.fileName}"></script>`
  return files.set('/', `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`)
}

function contentType(pathname: string): string {
  if (pathname.endsWith('.js')) return 'text/javascript'
  return pathname.endsWith('.css') ? 'text/css' : 'text/html'
}

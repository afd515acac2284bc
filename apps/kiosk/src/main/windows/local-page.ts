import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { CustomScheme } from 'electron'
import { localScheme } from '../../preload/channels.ts'

/** Must be said before Electron is ready. */
export const localPageScheme: CustomScheme = {
  scheme: localScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

/** The connect page needs its own files and nothing else, not even the booth box. */
export const localPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

/** Serves `dabble://connect/` from the folder of the built page, and no other file. */
export function serveLocalPage(folder: string): (request: { url: string }) => Promise<Response> {
  return async ({ url }) => {
    const { host, pathname } = new URL(url)
    const file = normalize(join(folder, pathname === '/' ? 'index.html' : decodeURIComponent(pathname)))
    const type = types[extname(file)]
    const own = host === 'connect' && type && file.startsWith(folder + sep)
    const bytes = own ? await readFile(file).catch(() => null) : null
    if (!bytes) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': type as string,
        'content-security-policy': localPolicy,
        'x-content-type-options': 'nosniff',
      },
    })
  }
}

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { CatalogueEntry, CatalogueFile } from '../../src/models/catalogue-entry.ts'

/** As on the hub: larger files lie in a store of their own, to which the hub redirects. */
const lfsBytes = 100_000
export const revision = '0123456789abcdef0123456789abcdef01234567'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const gitBlob = (bytes: Buffer) => createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')

export type HubRequest = { path: string; range: string | undefined; authorization: string | undefined; store: boolean }

/**
 * A hub that speaks what its library asks: resolve addresses, redirects to a store at another origin, ETags and X-Linked ones,
 * ranges, and its error codes. It remembers what it was asked, and does what `trouble` says.
 */
export async function startHub(repositories: Record<string, Record<string, Buffer>>) {
  const requests: HubRequest[] = []
  let served = 0
  const trouble: {
    /** Ends a connection after so many bytes of a stored file. */
    cutAfter?: number
    /** Sends so many bytes of a stored file and then nothing, for ever. */
    stallAfter?: number
    /** Answers ranges with the whole file. */
    ignoresRanges?: boolean
  } = {}

  const store = await listen((request, response) => {
    const [, repository = '', path = ''] = decodeURIComponent(request.url ?? '').split('|')
    note(request, path, true)
    send(request, response, repositories[repository]?.[path] as Buffer, '"0123456789abcdef0123456789abcdef"', true)
  })
  const hub = await listen((request, response) => {
    const match = /^\/([^/]+\/[^/]+)\/resolve\/([^/]+)\/(.+)$/.exec(decodeURIComponent(request.url ?? ''))
    const [, repository = '', commit, path = ''] = match ?? []
    note(request, path, false)
    const files = repositories[repository]
    if (!files || commit !== revision) return refuse(response, files ? 'RevisionNotFound' : 'RepoNotFound')
    const bytes = files[path]
    if (!bytes) return refuse(response, 'EntryNotFound')
    if (bytes.length <= lfsBytes) return send(request, response, bytes, `"${gitBlob(bytes)}"`, false)
    response.writeHead(302, {
      location: `${urlOf(store)}/|${encodeURIComponent(`${repository}|${path}`)}`,
      'x-linked-size': bytes.length,
      'x-linked-etag': `"${sha256(bytes)}"`,
    })
    response.end()
  })

  function note({ headers }: IncomingMessage, path: string, inStore: boolean) {
    requests.push({ path, range: headers.range, authorization: headers.authorization, store: inStore })
  }

  function send(request: IncomingMessage, response: ServerResponse, bytes: Buffer, etag: string, stored: boolean) {
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const isProbe = from === '0' && to === '0'
    const whole = from === undefined || (trouble.ignoresRanges && !isProbe)
    const part = whole ? bytes : bytes.subarray(Number(from), Number(to) + 1)
    const range = whole ? {} : { 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}` }
    response.writeHead(whole ? 200 : 206, { etag, 'content-length': part.length, 'accept-ranges': 'bytes', ...range })
    const { cutAfter, stallAfter } = stored && !isProbe ? trouble : {}
    const most = cutAfter ?? stallAfter
    const sent = part.subarray(0, most)
    served += sent.length
    if (most === undefined || part.length <= most) return response.end(part)
    response.write(sent, () => {
      if (cutAfter !== undefined) response.socket?.destroy()
    })
  }

  return {
    url: urlOf(hub),
    requests,
    trouble,
    /** Bytes of content since the start. */
    served: () => served,
    close() {
      for (const server of [hub, store]) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

async function listen(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(handle)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return server
}

function refuse(response: ServerResponse, code: string) {
  response.writeHead(404, { 'x-error-code': code, 'content-type': 'application/json' })
  response.end(JSON.stringify({ error: code }))
}

/** Files below a folder, by path, without golden outputs. */
export function filesBelow(folder: string): Record<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const paths = entries.map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const wanted = paths.filter(path => !path.startsWith('golden/'))
  return Object.fromEntries(wanted.map(path => [path, readFileSync(join(folder, path))]))
}

/** A catalogue's lines for a repository, with the kinds of checksums that the hub lists. */
export function pinnedFiles(repository: string, files: Record<string, Buffer>): CatalogueFile[] {
  return Object.entries(files).map(([path, bytes]) => ({
    to: path,
    from: { repository, revision, path },
    bytes: bytes.length,
    checksum: bytes.length > lfsBytes ? sha256(bytes) : gitBlob(bytes),
  }))
}

export const entryOf = (
  entry: Pick<CatalogueEntry, 'name' | 'kind' | 'files'> & Partial<CatalogueEntry>,
): CatalogueEntry => ({
  description: 'of random weights',
  licence: { name: 'MIT', open: true, url: 'https://example.org/licence' },
  tested: 'here',
  ...(entry.kind !== 'clip' && { latents: 'sd' as const }),
  ...entry,
})

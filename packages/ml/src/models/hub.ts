import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { downloadFile, fileDownloadInfo, HubApiError } from '@huggingface/hub'
import type { Checksum, HubFile } from './catalogue-entry.ts'
import { claimedIn, contradict } from './checksums.ts'
import { ModelsError } from './models-error.ts'

export type Hub = {
  /** Without a trailing slash; a mirror answers as huggingface.co does. */
  url: string
  /** For repositories that ask for one. */
  token?: string
  /** How long nothing may come before a connection counts as dead. */
  idleMs: number
}

/** Nothing that waiting would change; anything else may be tried again. */
const isFinal = (status: number) => status >= 400 && status < 500 && status !== 408 && status !== 429

/**
 * Brings what is still missing of a file into `part`, which may hold a beginning of it, and returns the checksum that the hub
 * claims for it. Plain ranges through the hub's redirect and not its chunk protocol: those resume in the middle of a file.
 * Rejects with ModelsError where trying again is pointless, with anything else where it is not.
 */
export async function fetchRest(
  { repository, revision, path }: HubFile,
  expected: Checksum | null,
  part: string,
  { url: hubUrl, token, idleMs }: Hub,
  { signal, onBytes }: { signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<Checksum | null> {
  const silence = new AbortController()
  const watch = setTimeout(() => silence.abort(new Error(`nothing came for ${idleMs / 1000} s`)), idleMs)
  let startsOver = false
  let claimed: Checksum | null = null
  const watched: typeof fetch = async (input, init) => {
    const range = new Headers(init?.headers).get('range')
    const ask = (redirect: RequestRedirect) =>
      fetch(input, { ...init, redirect, signal: AbortSignal.any([signal, silence.signal]) })
    let response: Response | null = null
    if (range === 'bytes=0-0') {
      // The store behind a redirect does not know what the hub says of the file.
      response = await ask('manual')
      claimed = claimOf(response)
    }
    if (!response || response.status >= 300) response = await ask('follow')
    watch.refresh()
    // The whole file appended to a part of it would be neither.
    startsOver = response.status === 200 && /bytes=[1-9]/.test(range ?? '')
    if (startsOver) throw new Error('the server cannot continue a download')
    return response
  }
  const repo = { type: 'model', name: repository } as const
  const accessToken = token as `hf_${string}` | undefined
  const request = { repo, path, revision, hubUrl, accessToken, fetch: watched }
  try {
    const info = await fileDownloadInfo(request).catch(error => {
      throw explain(error, repository, revision)
    })
    if (!info) throw new ModelsError(`${repository} has no ${path} at commit ${revision}. Use a newer Dabble.`)
    if (expected && claimed && contradict(expected, claimed))
      throw new ModelsError(`${path} of ${repository} is not the file that was pinned. Use another mirror, or none.`)
    const have = await sizeOf(part)
    if (have > info.size) throw new TooLong()
    if (have === info.size && have > 0) return claimed
    const blob = await downloadFile({ ...request, downloadInfo: info, xet: false })
    const rest = blob?.slice(have, info.size).stream() as ReadableStream<Uint8Array>
    await pipeline(
      Readable.fromWeb(rest),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          watch.refresh()
          onBytes(chunk.length)
          yield chunk
        }
      },
      createWriteStream(part, { flags: 'a' }),
    )
    return claimed
  } catch (error) {
    if (startsOver || error instanceof TooLong) {
      onBytes(-(await sizeOf(part)))
      await rm(part, { force: true })
    }
    throw error
  } finally {
    clearTimeout(watch)
  }
}

/** Of the hub's own answer: for stored files in a header of its own, for the others in the ETag. */
const claimOf = ({ headers, status }: Response): Checksum | null =>
  claimedIn(headers.get('x-linked-etag') ?? (status < 300 ? headers.get('etag') : null) ?? '')

/** A part that holds more than the whole: of another file, or of another day. */
class TooLong extends Error {}

export const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

function explain(error: unknown, repository: string, revision: string): unknown {
  if (!(error instanceof HubApiError) || !isFinal(error.statusCode)) return error
  if (error.statusCode === 401 || error.statusCode === 403)
    return new ModelsError(
      `The hub does not give ${repository} to everybody (${error.statusCode}). Ask for access on its page, then set HF_TOKEN.`,
    )
  return new ModelsError(`The hub does not have ${repository} at commit ${revision} (${error.statusCode}).`)
}

import { contentOf } from './body.ts'
import { inferenceError } from './error-body.ts'
import { InferenceBusy, InferenceDeadline, InferenceRefused, InferenceUnavailable } from './errors.ts'

export type Endpoint = {
  /** Without `/v1`, e.g. http://127.0.0.1:4123. */
  baseUrl: string
  /** Bearer token; `authorization` is the whole header for servers that want another scheme. */
  token?: string
  authorization?: string
  /** Sent as X-API-Key besides: what is behind a platform may want a token of its own. */
  apiKey?: string
  /** What is to draw and embed: a server of ours with another bundle than this id refuses the work. */
  model?: string
  /** The server knows nothing but OpenAI's API: what it does not understand is left out, its pictures are drawn anew as PNG. */
  foreign?: boolean
}

export type CallOptions = { signal?: AbortSignal; deadlineMs?: number }

export const defaultDeadlineMs = 30_000

/**
 * One call and the reading of its answer under one deadline, which the server is told as well. Whatever goes wrong comes out as
 * one of the four errors, except the caller's own abort, which comes out as its reason.
 */
export async function call<T>(
  endpoint: Endpoint,
  path: string,
  body: object | undefined,
  { signal, deadlineMs = defaultDeadlineMs }: CallOptions,
  read: (response: Response, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = AbortSignal.timeout(deadlineMs)
  const ends = signal ? AbortSignal.any([signal, deadline]) : deadline
  try {
    const response = await fetch(new URL(path, withSlash(endpoint.baseUrl)), {
      method: body ? 'POST' : 'GET',
      headers: {
        ...headersOf(endpoint),
        ...(body && { 'content-type': 'application/json', 'x-deadline-ms': String(deadlineMs) }),
      },
      body: body && JSON.stringify(body),
      // Whoever may see the token is decided by who set the address.
      redirect: 'error',
      signal: ends,
    })
    if (!response.ok) throw await errorOf(response)
    return await read(response, ends)
  } catch (error) {
    signal?.throwIfAborted()
    if (deadline.aborted) throw new InferenceDeadline(`No answer from ${path} within ${deadlineMs} ms`)
    if (isOurs(error)) throw error
    throw new InferenceUnavailable(`${path}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

async function errorOf(response: Response): Promise<Error> {
  const content = await contentOf(response).catch(() => null)
  const seconds = Number(response.headers.get('retry-after'))
  return inferenceError(response.status, content, seconds > 0 ? seconds * 1000 : undefined)
}

const isOurs = (error: unknown) =>
  [InferenceBusy, InferenceDeadline, InferenceRefused, InferenceUnavailable].some(kind => error instanceof kind)

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`)

export function headersOf({ token, authorization, apiKey }: Endpoint): Record<string, string> {
  const value = authorization ?? (token ? `Bearer ${token}` : undefined)
  return { ...(value && { authorization: value }), ...(apiKey && { 'x-api-key': apiKey }) }
}

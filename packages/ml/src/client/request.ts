import { InferenceBusy, InferenceDeadline, InferenceRefused, InferenceUnavailable } from './errors.ts'

export type Endpoint = {
  /** Without `/v1`, e.g. http://127.0.0.1:4123. */
  baseUrl: string
  /** Bearer token; `authorization` is the whole header for servers that want another scheme. */
  token?: string
  authorization?: string
}

export type CallOptions = { signal?: AbortSignal; deadlineMs?: number }

/** What an OpenAI-compatible server says is wrong. */
export type ErrorBody = { error?: { message?: string; code?: string | null; type?: string } }

const defaultDeadlineMs = 30_000

/**
 * One call and the reading of its answer under one deadline, which the server is told as well. Whatever goes wrong comes out as
 * one of the four errors, except the caller's own abort, which comes out as its reason.
 */
export async function call<T>(
  endpoint: Endpoint,
  path: string,
  body: object | undefined,
  { signal, deadlineMs = defaultDeadlineMs }: CallOptions,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const deadline = AbortSignal.timeout(deadlineMs)
  try {
    const response = await fetch(new URL(path, withSlash(endpoint.baseUrl)), {
      method: body ? 'POST' : 'GET',
      headers: {
        ...headersOf(endpoint),
        ...(body && { 'content-type': 'application/json', 'x-deadline-ms': String(deadlineMs) }),
      },
      body: body && JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    })
    if (!response.ok) throw await errorOf(response)
    return await read(response)
  } catch (error) {
    signal?.throwIfAborted()
    if (deadline.aborted) throw new InferenceDeadline(`No answer from ${path} within ${deadlineMs} ms`)
    if (isOurs(error)) throw error
    throw new InferenceUnavailable(`${path}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

/** The error of a status and body, whether it came as a response or inside a stream. */
export function inferenceError(status: number, { error }: ErrorBody, retryAfterMs = 1000): Error {
  const message = error?.message ?? `HTTP ${status}`
  if (status === 429) return new InferenceBusy(message, retryAfterMs)
  if (status === 504 || status === 408) return new InferenceDeadline(message)
  if (status >= 500) return new InferenceUnavailable(message)
  return new InferenceRefused(message, status, error?.code ?? null)
}

async function errorOf(response: Response): Promise<Error> {
  const body = (await response.json().catch(() => ({}))) as ErrorBody
  const seconds = Number(response.headers.get('retry-after'))
  return inferenceError(response.status, body, seconds > 0 ? seconds * 1000 : undefined)
}

const isOurs = (error: unknown) =>
  [InferenceBusy, InferenceDeadline, InferenceRefused, InferenceUnavailable].some(kind => error instanceof kind)

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`)

function headersOf({ token, authorization }: Endpoint): Record<string, string> {
  const value = authorization ?? (token ? `Bearer ${token}` : undefined)
  return value ? { authorization: value } : {}
}

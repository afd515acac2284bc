import { InferenceBusy, InferenceDeadline, InferenceRefused, InferenceUnavailable } from './errors.ts'

/** What is wrong, in the words of the server. */
export interface Complaint {
  message: string | null
  code: string | null
  /** The part of the request that it does not like. */
  param: string | null
}

/** Servers answer whole pages. */
const longest = 300

/**
 * What an answer says is wrong, in whatever shape: OpenAI's `{ error: { message, code, param } }`, `{ error: "…" }`,
 * `{ message }`, FastAPI's `{ detail: "…" }` and `{ detail: [{ loc, msg }] }`, or text. Markup says nothing.
 */
export function complaintOf(body: unknown): Complaint {
  if (typeof body === 'string') return { message: oneLine(body), code: null, param: null }
  const { error, message, detail } = record(body)
  if (typeof error === 'string') return { message: oneLine(error), code: null, param: null }
  if (error) {
    const { message: said, code, param } = record(error)
    return { message: oneLine(said), code: text(code), param: text(param) }
  }
  if (Array.isArray(detail)) {
    const { loc, msg } = record(detail[0])
    return { message: oneLine(msg), code: null, param: Array.isArray(loc) ? text(loc.at(-1)) : null }
  }
  return { message: oneLine(message ?? detail), code: null, param: null }
}

/** The error of a status and what was said with it, whether it came as a response or inside a stream. */
export function inferenceError(status: number, body: unknown, retryAfterMs = 1000): Error {
  const { message, code, param } = complaintOf(body)
  const said = message ?? `HTTP ${status}`
  if (status === 429) return new InferenceBusy(said, retryAfterMs)
  if (status === 504 || status === 408) return new InferenceDeadline(said)
  if (status >= 500) return new InferenceUnavailable(said, { status })
  return new InferenceRefused(said, status, code, param)
}

const record = (value: unknown) => (value ?? {}) as Record<string, unknown>
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

function oneLine(value: unknown): string | null {
  const line = text(value)?.replace(/\s+/g, ' ').trim()
  return line && !line.startsWith('<') ? line.slice(0, longest) : null
}

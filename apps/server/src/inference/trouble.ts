import { GameError } from '@dabble/api'
import { InferenceBusy, InferenceDeadline, InferenceRefused, InferenceUnavailable } from '@dabble/ml/client'
import type { Endpoint } from './endpoint.ts'

/** Who may have spoilt an attempt to draw. `either`: the picture or the endpoint, which the attempts beside it decide. */
export type Blame = 'nobody' | 'endpoint' | 'picture' | 'either'

/** What a failed attempt to draw means. */
export interface Trouble {
  blame: Blame
  /** For staff and the log. */
  reason: string
  /** How long nothing is to be drawn, at this endpoint or (`everywhere`) at all. */
  pauseMs?: number
  everywhere?: boolean
  /** The endpoint does not answer any more. */
  hung?: boolean
}

const diskTrouble = new Set(['disk-full', 'ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'SQLITE_FULL', 'SQLITE_IOERR'])
/** Answers to anybody who asks, whatever for: no such address, no entry, nothing paid. */
const aboutTheDoor = new Set([401, 402, 404, 405, 407])

/**
 * A process that ends while it draws may have been ended by the picture: prompts that make it crash must not go round for ever.
 */
export async function troubleOf(
  error: unknown,
  signal: AbortSignal,
  endpoint: Pick<Endpoint, 'mayHaveCrashed'>,
): Promise<Trouble> {
  const closing: Trouble = { blame: 'nobody', reason: 'closing' }
  if (signal.aborted) return closing
  if (error instanceof InferenceBusy) return { blame: 'nobody', reason: 'busy', pauseMs: error.retryAfterMs }
  if (error instanceof InferenceDeadline) return { blame: 'either', reason: 'no answer in time', hung: true }
  if (error instanceof InferenceRefused)
    return { blame: aboutTheDoor.has(error.status) ? 'endpoint' : 'picture', reason: error.message }
  if (error instanceof InferenceUnavailable) {
    const reason = error.message
    // 503 is said before anything is begun: models that load, a server that ends.
    if (error.neverSent || error.status === 503) return { blame: 'endpoint', reason }
    if (error.status === 500) return { blame: 'either', reason }
    const crashed = await endpoint.mayHaveCrashed(error)
    if (signal.aborted) return closing
    return crashed ? { blame: 'either', reason: 'the sidecar ended while drawing it' } : { blame: 'endpoint', reason }
  }
  const code = error instanceof GameError ? error.key : String((error as { code?: unknown } | null)?.code)
  if (diskTrouble.has(code)) return { blame: 'nobody', reason: `the disk: ${code}`, pauseMs: 5_000, everywhere: true }
  return { blame: 'picture', reason: error instanceof Error ? error.message : 'unknown' }
}

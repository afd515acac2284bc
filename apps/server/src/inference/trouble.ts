import { setTimeout as delay } from 'node:timers/promises'
import { GameError } from '@dabble/api'
import { InferenceBusy, InferenceDeadline, InferenceRefused, InferenceUnavailable } from '@dabble/ml/client'
import type { LiveEndpoint } from './inference.ts'

/** What a failed attempt to draw means. */
export interface Trouble {
  /** The picture is to blame, or may be: after three such attempts it is given up. */
  counts: boolean
  /** For staff and the log. */
  reason: string
  /** How long nothing is to be drawn. */
  pauseMs?: number
  /** The sidecar does not answer any more. */
  hung?: boolean
}

/** A broken connection is noticed a moment before the end of the process behind it. */
const exitNoticeMs = 1_000

const diskTrouble = new Set(['disk-full', 'ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'SQLITE_FULL', 'SQLITE_IOERR'])

/** A sidecar that ends while it draws charges the picture: prompts that make it crash must not go round for ever. */
export async function troubleOf(error: unknown, signal: AbortSignal, endpoint: LiveEndpoint | null): Promise<Trouble> {
  if (signal.aborted) return { counts: false, reason: 'closing' }
  if (error instanceof InferenceBusy) return { counts: false, reason: 'busy', pauseMs: error.retryAfterMs }
  if (error instanceof InferenceDeadline) return { counts: true, reason: 'no answer in time', hung: true }
  if (error instanceof InferenceRefused) return { counts: true, reason: error.message }
  if (error instanceof InferenceUnavailable) {
    const died = await Promise.race([endpoint?.died.then(() => true), delay(exitNoticeMs, false, { signal })]).catch(
      () => false,
    )
    if (signal.aborted) return { counts: false, reason: 'closing' }
    if (died) return { counts: true, reason: 'the sidecar ended while drawing it' }
    return { counts: false, reason: error.message, pauseMs: 1_000 }
  }
  const code = error instanceof GameError ? error.key : String((error as { code?: unknown } | null)?.code)
  if (diskTrouble.has(code)) return { counts: false, reason: `the disk: ${code}`, pauseMs: 5_000 }
  return { counts: true, reason: error instanceof Error ? error.message : 'unknown' }
}

import type { Challenge } from 'altcha-lib/types'
import type { SolverMessage } from './solver.worker.ts'
import SolverWorker from './solver.worker.ts?worker'

/**
 * Solves a challenge off the main thread. Resolves to ALTCHA's payload (base64 of JSON), which the server checks; rejects
 * when the challenge is not one, when workers are blocked, or with the signal's reason.
 */
export function solve(
  challenge: Challenge,
  signal: AbortSignal,
  onProgress: (progress: number) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new SolverWorker()
    const end = (settle: () => void) => {
      worker.terminate()
      signal.removeEventListener('abort', abort)
      settle()
    }
    const abort = () => end(() => reject(signal.reason))
    signal.addEventListener('abort', abort)
    worker.onerror = event => end(() => reject(new Error(event.message || 'the solver could not be started')))
    worker.onmessage = ({ data }: MessageEvent<SolverMessage>) => {
      if ('progress' in data) onProgress(data.progress)
      else if ('error' in data) end(() => reject(new Error(data.error)))
      else end(() => resolve(btoa(JSON.stringify({ challenge, solution: data.solution }))))
    }
    worker.postMessage(challenge)
  })
}

/** Milliseconds a challenge may still be used, by the server's clock alone: phones' clocks are wrong by minutes. */
export function lifetimeMs(challenge: Challenge): number {
  const { issuedAt, expiresAt } = challenge.parameters.data ?? {}
  return Number(expiresAt) - Number(issuedAt)
}

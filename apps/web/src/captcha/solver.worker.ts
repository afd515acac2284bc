import { solveChallenge } from 'altcha-lib'
import type { Challenge, DeriveKeyFunction } from 'altcha-lib/types'
import { deriveKey } from './derive-key.ts'

/** What the worker says: progress from 0 to 1, then the solution, or why there is none. */
export type SolverMessage = { progress: number } | { solution: unknown } | { error: string }

const REPORT_EVERY_MS = 50

const say = (message: SolverMessage) => postMessage(message)

/** Solves the one challenge it is sent; whoever loses interest terminates it. */
addEventListener('message', async ({ data: challenge }: MessageEvent<Challenge>) => {
  const most = Number(challenge.parameters.data?.difficulty)
  let derived = 0
  let reportedAt = performance.now()
  const countingDeriveKey: DeriveKeyFunction = async (...args) => {
    derived += 1
    if (performance.now() - reportedAt > REPORT_EVERY_MS) {
      reportedAt = performance.now()
      say({ progress: Math.min(1, derived / most) })
    }
    return deriveKey(...args)
  }
  try {
    const solution = await solveChallenge({ challenge, deriveKey: countingDeriveKey, timeout: 0 })
    say(solution ? { solution } : { error: 'aborted' })
  } catch (error) {
    say({ error: String(error) })
  }
})

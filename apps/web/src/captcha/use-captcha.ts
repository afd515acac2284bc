import type { Challenge } from 'altcha-lib/types'
import { useEffect, useEffectEvent, useState } from 'react'
import { lifetimeMs, solve } from './solve.ts'

export interface CaptchaOptions {
  /** Asks the server for a challenge; null when the next entry needs none. */
  fetchChallenge: () => Promise<unknown>
  /** Start solving: the player has begun to type. Going back to false does not throw a solution away. */
  active: boolean
  /** Change it when the solution was used, or refused: the next one is made as soon as `active` is (or still is) true. */
  resetKey?: string | number
  /** A solution to send with the next entry; null when none is needed. */
  onSolved: (solution: string | null) => void
  /** The solution handed out last is no longer good. */
  onCleared: () => void
}

/** `expired` is on its way back to `solving`, unless the page is hidden: then it waits until somebody looks. */
export type CaptchaState = 'idle' | 'solving' | 'solved' | 'unneeded' | 'expired' | 'error'

export interface CaptchaView {
  state: CaptchaState
  /** 0 to 1 while solving. */
  progress: number
  /** Ticked or retried by hand. */
  start: () => void
}

/** A solution is renewed this long before the server would refuse it, so that none expires between thumb and server. */
const RENEW_BEFORE_MS = 15_000

/** Keeps one fresh CAPTCHA solution at hand from the first keystroke on: fetches, solves in a worker, renews, retries. */
export function useCaptcha({ fetchChallenge, active, resetKey = 0, onSolved, onCleared }: CaptchaOptions): CaptchaView {
  const [startedFor, setStartedFor] = useState<string | number | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<CaptchaState>('idle')
  const [progress, setProgress] = useState(0)
  const fetchLatest = useEffectEvent(fetchChallenge)
  const solved = useEffectEvent(onSolved)
  const cleared = useEffectEvent(onCleared)

  if (active && startedFor !== resetKey) setStartedFor(resetKey)
  const started = startedFor === resetKey

  // A new key or attempt is a new challenge.
  useEffect(() => {
    if (!started) return setState('idle')
    const run = new AbortController()
    let handedOut = false
    const clear = () => {
      if (handedOut) cleared()
      handedOut = false
    }
    const keepFresh = async () => {
      setState('solving')
      setProgress(0)
      const challenge = (await fetchLatest()) as Challenge | null
      if (run.signal.aborted) return
      const solution = challenge && (await solve(challenge, run.signal, setProgress))
      handedOut = true
      setState(challenge ? 'solved' : 'unneeded')
      solved(solution)
      if (!challenge) return
      await delay(Math.max(1_000, lifetimeMs(challenge) - RENEW_BEFORE_MS), run.signal)
      clear()
      setState('expired')
      await untilVisible(run.signal)
      setAttempt(attempt + 1)
    }
    keepFresh().catch(() => {
      if (!run.signal.aborted) setState('error')
    })
    return () => {
      run.abort()
      clear()
    }
  }, [started, resetKey, attempt])

  const start = () => {
    if (!started) setStartedFor(resetKey)
    else if (state === 'error') setAttempt(attempt + 1)
  }
  return { state, progress, start }
}

function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}

function untilVisible(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (document.visibilityState === 'visible') return resolve()
    document.addEventListener('visibilitychange', () => resolve(), { once: true, signal })
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}

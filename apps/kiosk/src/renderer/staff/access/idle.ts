/** So long before a device locks itself, it says so. */
export const warningMs = 15_000

export type Idle = { state: 'active' } | { state: 'warning'; leftSeconds: number } | { state: 'over' }

/** Where a device stands that was last touched at `touchedAt` and locks itself after `afterMs`; all in milliseconds. */
export function idleAt(now: number, touchedAt: number, afterMs: number): Idle {
  const left = touchedAt + afterMs - now
  if (left <= 0) return { state: 'over' }
  return left <= warningMs ? { state: 'warning', leftSeconds: Math.ceil(left / 1_000) } : { state: 'active' }
}

import { type Shared, shared } from '@dabble/ui'

export interface Decision {
  hash: string
  what: 'show' | 'hide'
}

interface DecisionQueueParts {
  send: (decision: Decision) => Promise<unknown>
  /** Resolves when what the server knows has been asked for again. */
  refresh: () => Promise<unknown>
  onFailed: (error: unknown, decision: Decision) => void
}

export interface DecisionQueue {
  /** Decided here, and maybe not yet known to the list that the server gave. */
  decided: Shared<ReadonlySet<string>>
  /** The newest decision; null when it failed, or there was none. */
  last: Shared<Decision | null>
  decide: (decision: Decision) => void
}

/**
 * Sends decisions in the order in which they were made, one at a time, while whoever makes them is already at the next picture.
 * A picture is back in the row when its decision did not go through.
 */
export function createDecisionQueue({ send, refresh, onFailed }: DecisionQueueParts): DecisionQueue {
  const decided = shared<ReadonlySet<string>>(new Set())
  const last = shared<Decision | null>(null)
  const waiting: Decision[] = []
  let working = false

  async function work() {
    working = true
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      try {
        await send(next)
      } catch (error) {
        if (last.get() === next) last.set(null)
        onFailed(error, next)
      }
      // Only a list that was asked for after the last decision may say what still waits.
      if (waiting.length === 0) await refresh().catch(() => {})
    }
    working = false
    decided.set(new Set())
  }

  return {
    decided,
    last,
    decide(decision) {
      decided.set(new Set([...decided.get(), decision.hash]))
      last.set(decision)
      waiting.push(decision)
      if (!working) void work()
    },
  }
}

/** What taking back a decision means: what was shown is hidden, what was hidden is shown. */
export const opposite = ({ hash, what }: Decision): Decision => ({ hash, what: what === 'show' ? 'hide' : 'show' })

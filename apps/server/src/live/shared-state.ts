/** A state that everybody on a channel gets, serialised once. */
export interface SharedState {
  /** The newest state, computed now if something has changed since: as JSON and as an SSE frame. */
  current(): Serialised
  /** Something may have changed: soon, but not sooner than the gap allows, the state is computed and published if it differs. */
  changed(): void
  stop(): void
}

export interface Serialised {
  json: string
  frame: Buffer
}

export interface SharedStateOptions<State extends { at: number }> {
  event: string
  minGapMs: number
  compute(): State
  publish(state: Serialised): void
  /** Nothing is computed while nobody listens. */
  hasListeners(): boolean
  /** A state that could not be computed; the one before stays. */
  onError(error: unknown): void
}

export const sseFrame = (event: string, json: string): Buffer => Buffer.from(`event: ${event}\ndata: ${json}\n\n`)

export function createSharedState<State extends { at: number }>(options: SharedStateOptions<State>): SharedState {
  let body = ''
  let newest: Serialised | null = null
  let stale = true
  /** Somebody who came, or polled, got a state that those who watch have not been told of yet. */
  let owed = false
  let computedAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | null = null

  /** True when the state differs from the one before in more than its time. */
  function refresh(): boolean {
    const { at, ...rest } = options.compute()
    stale = false
    computedAt = performance.now()
    const next = JSON.stringify(rest)
    if (newest && next === body) return false
    body = next
    const json = `{"at":${at},${next.slice(1)}`
    newest = { json, frame: sseFrame(options.event, json) }
    return true
  }

  function publishIfChanged() {
    timer = null
    if (!options.hasListeners()) return
    try {
      if (!(stale && refresh()) && !owed) return
      owed = false
      options.publish(newest as Serialised)
    } catch (error) {
      owed = true
      options.onError(error)
    }
  }

  return {
    current() {
      if ((stale || !newest) && refresh() && timer) owed = true
      return newest as Serialised
    },
    changed() {
      stale = true
      timer ??= setTimeout(publishIfChanged, Math.max(0, computedAt + options.minGapMs - performance.now()))
    },
    stop() {
      if (timer) clearTimeout(timer)
      timer = null
    },
  }
}

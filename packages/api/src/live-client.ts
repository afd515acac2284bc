import type { LiveChannel, LiveFrame } from './live.ts'
import { withTimeout } from './with-timeout.ts'

export interface LiveOptions {
  /** Where the server is; empty for the page's own origin. */
  baseUrl?: string
  onFrame(frame: LiveFrame): void
  /** True while states arrive, false while they do not; called on every change. */
  onConnected?(connected: boolean): void
}

const events = ['kiosk', 'player', 'entry', 'progress', 'awards'] as const
/** The server says something at least every 15 s; a stream silent for longer is dead, whatever the socket claims. */
const silenceMs = 25_000
const pollMs = 2_000
const pollTimeoutMs = 10_000
const retryMs = { first: 500, most: 8_000 }

/**
 * Follows a channel of the live feed until the returned function is called. Streams where streams get through; polls where
 * two streams in a row opened without a word (proxies that buffer), and tries streaming again now and then. Wakes at once
 * when the phone does.
 */
export function followLive(channel: LiveChannel, options: LiveOptions): () => void {
  const url = `${options.baseUrl ?? ''}/live/${channel}`
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let silentStreams = 0
  let connected: boolean | null = null
  let stopped = false

  const report = (now: boolean) => {
    if (connected !== now) options.onConnected?.(now)
    connected = now
  }
  const after = (ms: number, run: () => void) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(run, ms)
  }
  const deliver = (frame: LiveFrame) => {
    failures = 0
    report(true)
    options.onFrame(frame)
  }
  const retry = () => {
    source?.close()
    source = null
    report(false)
    failures += 1
    after(Math.min(retryMs.most, retryMs.first * 2 ** (failures - 1)), connect)
  }

  function connect() {
    if (stopped) return
    if (typeof EventSource === 'undefined' || silentStreams >= 2) return void poll()
    source?.close()
    source = new EventSource(url, { withCredentials: true })
    const lost = () => {
      silentStreams += 1
      retry()
    }
    const heard = () => {
      silentStreams = 0
      after(silenceMs, lost)
    }
    source.addEventListener('alive', heard)
    for (const event of events) {
      source.addEventListener(event, message => {
        heard()
        deliver({ event, data: JSON.parse(message.data) } as LiveFrame)
      })
    }
    source.onerror = retry
    after(8_000, lost)
  }

  async function poll(rounds = 0) {
    try {
      const frames = await withTimeout(async signal => {
        const answer = await fetch(`${url}?poll`, { credentials: 'include', signal })
        if (!answer.ok) throw new Error(String(answer.status))
        return (await answer.json()) as LiveFrame[]
      }, pollTimeoutMs)
      for (const frame of frames) deliver(frame)
      if (rounds === 30) silentStreams = 0
      after(pollMs, () => (rounds === 30 ? connect() : void poll(rounds + 1)))
    } catch {
      retry()
    }
  }

  const wake = () => {
    if (document.visibilityState === 'visible') {
      failures = 0
      connect()
    }
  }
  globalThis.document?.addEventListener('visibilitychange', wake)
  // A radio that goes away does not close its connections, and what still comes through one is no sign of life.
  globalThis.addEventListener?.('online', wake)
  globalThis.addEventListener?.('offline', retry)
  connect()
  return () => {
    stopped = true
    clearTimeout(timer)
    source?.close()
    globalThis.document?.removeEventListener('visibilitychange', wake)
    globalThis.removeEventListener?.('online', wake)
    globalThis.removeEventListener?.('offline', retry)
  }
}

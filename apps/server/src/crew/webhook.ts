import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '../log.ts'

/** Sends texts to wherever `url` says, one after the other, in the background. */
export interface Webhook {
  send(text: string): void
  /** What has not been sent by now is not sent. */
  close(): void
}

export interface WebhookTimes {
  timeoutMs: number
  /** Before the second try; doubled before each one after that. */
  firstPauseMs: number
}

const tries = 8
/** Older texts make room: a channel that was away for a day wants the news, not the history. */
const mostWaiting = 50

/**
 * Slack-compatible: POST of `{"text": …}`. Anything on the booth's own network may be told, over http or https; redirects are
 * not followed, so that nobody else decides who is told. After eight tries, over about two minutes, a text is dropped.
 * @param url asked before each try; null where nobody is to be told (any more).
 */
export function createWebhook(
  url: () => string | null,
  log: Log,
  { timeoutMs, firstPauseMs }: WebhookTimes = { timeoutMs: 5_000, firstPauseMs: 1_000 },
): Webhook {
  const waiting: string[] = []
  const closing = new AbortController()
  let working = false

  async function deliver(text: string): Promise<void> {
    for (let failed = 0; ; ) {
      const target = url()
      if (!target || closing.signal.aborted) return
      const trouble = await post(target, text)
      if (!trouble) return
      failed += 1
      if (failed >= tries) return log.warn({ why: trouble }, 'an alert was not delivered')
      await delay(firstPauseMs * 2 ** (failed - 1), undefined, { signal: closing.signal, ref: false }).catch(() => {})
    }
  }

  /** Null when it was taken, or else why not. */
  async function post(target: string, text: string): Promise<string | null> {
    try {
      if (!/^https?:$/.test(new URL(target).protocol)) return 'no http address'
      const response = await fetch(target, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), closing.signal]),
      })
      await response.body?.cancel()
      return response.ok ? null : `HTTP ${response.status}`
    } catch (error) {
      return error instanceof Error ? error.name : 'unknown'
    }
  }

  async function work(): Promise<void> {
    if (working) return
    working = true
    for (let text = waiting.shift(); text !== undefined; text = waiting.shift()) await deliver(text)
    working = false
  }

  return {
    send(text) {
      waiting.push(text)
      if (waiting.length > mostWaiting) waiting.shift()
      void work()
    },
    close() {
      waiting.length = 0
      closing.abort()
    },
  }
}

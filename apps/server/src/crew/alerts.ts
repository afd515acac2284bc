import type { HealthView } from '@dabble/api'
import type { Db } from '../db/open.ts'
import { currentContest } from '../game/contest.ts'
import type { Log } from '../log.ts'
import { alertText } from './alert-texts.ts'
import { createProblemWatch } from './watch-problems.ts'
import { createWebhook, type WebhookTimes } from './webhook.ts'

export interface AlertParts {
  db: Db
  health(): Promise<HealthView>
  log: Log
}

const everyMs = 30_000

/** Tells the contest's webhook when something needs a person, and when it no longer does. Returns a function that stops it. */
export function startAlerts(
  { db, health, log }: AlertParts,
  { lookEveryMs = everyMs, ...times }: { lookEveryMs?: number } & Partial<WebhookTimes> = {},
): () => void {
  const watch = createProblemWatch()
  const webhook = createWebhook(() => currentContest(db)?.webhookUrl ?? null, log, {
    timeoutMs: 5_000,
    firstPauseMs: 1_000,
    ...times,
  })

  async function look(): Promise<void> {
    try {
      const { problems } = await health()
      const contest = currentContest(db)
      if (!contest) return
      const language = contest.languages[0] ?? 'en'
      for (const { what, problem } of watch(problems)) {
        webhook.send(alertText(language, what, problem, contest.name))
      }
    } catch (error) {
      log.warn({ err: error }, 'the box could not be looked at')
    }
  }

  const timer = setInterval(() => void look(), lookEveryMs)
  timer.unref()
  return () => {
    clearInterval(timer)
    webhook.close()
  }
}

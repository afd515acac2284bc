import { GameError, type Millis, type SettingsView, type StaffActor, type settingsSchema } from '@dabble/api'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db, Queries } from '../../db/open.ts'
import { contest, round } from '../../db/schema.ts'
import { write } from '../../db/write.ts'
import { record } from '../audit.ts'
import { type Contest, currentContest } from '../contest.ts'
import { currentRound, roundOf } from '../round.ts'

export type SettingsChange = z.output<typeof settingsSchema>

export function settingsView(db: Queries, by: StaffActor): SettingsView {
  const { name, languages, screenLanguages, timeZone, decimals, autoLockMs, ...row } = requireContest(db)
  const webhookUrl = by.role === 'owner' || !row.webhookUrl ? row.webhookUrl : new URL(row.webhookUrl).origin
  const played = currentRound(db)
  return {
    contest: { name, languages, screenLanguages, timeZone, decimals, autoLockMs, webhookUrl },
    round: played && {
      id: played.id,
      minGapMs: played.minGapMs,
      burst: played.burst,
      burstWindowMs: played.burstWindowMs,
      captcha: played.captcha,
      screening: played.screening,
    },
  }
}

/**
 * Holds from the next request on: rules read their row each time. Pictures that wait for screening go on waiting when it is
 * switched off; showing them is a decision of its own.
 * @throws {GameError} `round-unknown`.
 */
export function changeSettings(db: Db, change: SettingsChange, by: StaffActor, now: Millis): void {
  write(db, tx => {
    const did = (subject: string, reason: string) =>
      record(tx, { at: now, author: by.id, action: 'settings.change', subject, reason })
    if (change.contest) {
      const before = requireContest(tx)
      const changed = differences(before, change.contest)
      if (changed.reason) {
        tx.update(contest).set(changed.set).where(eq(contest.id, before.id)).run()
        did(before.id, changed.reason)
      }
    }
    if (change.round) {
      const { id, ...wanted } = change.round
      const before = roundOf(tx, id)
      if (!before) throw new GameError('round-unknown')
      const changed = differences(before, wanted)
      if (changed.reason) {
        tx.update(round).set(changed.set).where(eq(round.id, id)).run()
        did(id, changed.reason)
      }
    }
  })
}

/** What is to be written, and how the log tells it: before and after. */
function differences<Row extends object>(before: Row, wanted: Partial<Row>): { set: Partial<Row>; reason: string } {
  const names = Object.keys(wanted) as (keyof Row & string)[]
  const changed = names.filter(name => wanted[name] !== undefined && shown(before[name]) !== shown(wanted[name]))
  return {
    set: Object.fromEntries(changed.map(name => [name, wanted[name]])) as Partial<Row>,
    reason: changed
      .map(name =>
        name === 'webhookUrl'
          ? `${name}: ${host(before[name])} → ${host(wanted[name])}`
          : `${name}: ${shown(before[name])} → ${shown(wanted[name])}`,
      )
      .join(', '),
  }
}

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(' + ') : String(value ?? '–'))

/** The rest of a webhook's address is its password. */
const host = (url: unknown): string => (typeof url === 'string' ? new URL(url).host : '–')

function requireContest(db: Queries): Contest {
  const row = currentContest(db)
  if (!row) throw new GameError('no-round')
  return row
}

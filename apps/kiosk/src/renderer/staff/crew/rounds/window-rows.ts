import type { Millis, WindowView } from '@dabble/api'
import { instantOf, type WallTime, wallTimeOf } from '../time/zoned-time.ts'

/** A window as it is being typed, on the contest's clock. */
export interface WindowRow {
  /** Of one that is there already. */
  id?: string
  name: string
  from: WallTime
  to: WallTime
}

export type RowProblem = 'missing' | 'window-order' | 'window-overlap'

export interface ReadWindows {
  windows: { id?: string; name: string; opensAt: Millis; closesAt: Millis }[]
  /** One for each row; all null when the windows can be saved. */
  problems: (RowProblem | null)[]
}

export const rowsOf = (windows: readonly WindowView[], zone: string): WindowRow[] =>
  windows.map(({ id, name, opensAt, closesAt }) => ({
    id,
    name,
    from: wallTimeOf(opensAt, zone),
    to: wallTimeOf(closesAt, zone),
  }))

/** What the rows mean; of two that overlap, the later one is at fault. */
export function readRows(rows: readonly WindowRow[], zone: string): ReadWindows {
  const read = rows.map(({ id, name, from, to }) => ({
    id,
    name,
    opensAt: instantOf(from, zone)?.at,
    closesAt: instantOf(to, zone)?.at,
  }))
  const windows: ReadWindows['windows'] = []
  const problems = read.map(({ id, name, opensAt, closesAt }): RowProblem | null => {
    if (opensAt === undefined || closesAt === undefined) return 'missing'
    if (closesAt <= opensAt) return 'window-order'
    const overlaps = windows.some(other => other.opensAt < closesAt && opensAt < other.closesAt)
    windows.push({ id, name, opensAt, closesAt })
    return overlaps ? 'window-overlap' : null
  })
  return { windows: windows.toSorted((a, b) => a.opensAt - b.opensAt), problems }
}

/** Another row: the day after the last one, at the same hours; else the next full hour and eight more. */
export function nextRow(rows: readonly WindowRow[], zone: string, name: string, now: Millis): WindowRow {
  const last = rows.at(-1)
  const [from, to] = [last && dayAfter(last.from), last && dayAfter(last.to)]
  if (from && to) return { name, from, to }
  const hour = 3_600_000
  const start = Math.ceil(now / hour) * hour
  return { name, from: wallTimeOf(start, zone), to: wallTimeOf(start + 8 * hour, zone) }
}

/** On the calendar, not 24 hours later: clocks may change in between. */
function dayAfter(wall: WallTime): WallTime | null {
  const at = Date.parse(`${wall}:00Z`)
  return Number.isNaN(at) ? null : new Date(at + 86_400_000).toISOString().slice(0, 16)
}

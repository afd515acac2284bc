import { type Announcement, limits, type Millis } from '@dabble/api'

/** How long one has the stage. */
export const stageMs = 12_000
/** A screen that reloads in the middle of an announcement shows it once more. */
const mostStarts = 2
/** News that old is none. */
const staleMs = 5 * 60_000
/** An award still announced a moment ago may be on its way out of the list. */
const marginMs = 2_000
const remembered = 100

export interface Announcements {
  /** What the feed has said and the stage has not shown. */
  waiting: Announcement[]
  /** `until` by this screen's clock. */
  showing: { announcement: Announcement; until: Millis } | null
  /** How often each was begun, oldest first; `over` was shown to its end or taken back. */
  begun: Array<{ id: string; starts: number; over: boolean }>
}

export const noAnnouncements: Announcements = { waiting: [], showing: null, begun: [] }

interface Moment {
  /** By the server's clock. */
  at: Millis
  /** By this screen's. */
  now: Millis
  /** The stage is not free. */
  paused: boolean
}

/**
 * What has the stage next: the newest that this screen has not shown, one after the other. Whatever is missing from the feed's
 * list before its time has been taken back, and goes at once.
 */
export function nextAnnouncements(before: Announcements, list: readonly Announcement[], moment: Moment): Announcements {
  const { at, now, paused } = moment
  const listed = new Set(list.map(({ id }) => id))
  const stands = (one: Announcement) =>
    at - one.at < staleMs && (listed.has(one.id) || at - one.at > limits.announcedMs - marginMs)
  let { showing, begun } = before
  const close = (id: string) => {
    begun = begun.map(one => (one.id === id ? { ...one, over: true } : one))
    showing = null
  }
  if (showing && (now >= showing.until || !stands(showing.announcement))) close(showing.announcement.id)

  const mayStart = ({ id }: Announcement) =>
    id !== showing?.announcement.id && !begun.some(one => one.id === id && (one.over || one.starts >= mostStarts))
  const known = new Map([...before.waiting, ...list].map(one => [one.id, one]))
  const waiting = [...known.values()].filter(one => stands(one) && mayStart(one)).sort((a, b) => b.at - a.at)
  if (paused || showing || waiting.length === 0) return { waiting, showing, begun }

  const [announcement, ...rest] = waiting as [Announcement, ...Announcement[]]
  const starts = begun.find(({ id }) => id === announcement.id)?.starts ?? 0
  begun = [
    ...begun.filter(({ id }) => id !== announcement.id),
    { id: announcement.id, starts: starts + 1, over: false },
  ]
  return { waiting: rest, showing: { announcement, until: now + stageMs }, begun: begun.slice(-remembered) }
}

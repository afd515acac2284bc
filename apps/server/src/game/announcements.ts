import { type Announcement, limits, type Millis } from '@dabble/api'
import { and, gt, isNull, lte } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { award } from '../db/schema.ts'
import { publicPicture } from './picture-ref.ts'
import { type AwardRow, awardRows } from './staff/award-rows.ts'
import { prizePicture } from './staff/prize-view.ts'
import { mayWin } from './staff/winner.ts'

/** The big screen says so long what was given away. */
export const { announcedMs } = limits

/** What has just been given away on the spot or by lot, newest first. */
export function announcements(db: Queries, now: Millis): Announcement[] {
  // What is still to come was announced by a clock that has been set back since: it would stay for as long as that was.
  const fresh = and(gt(award.announcedAt, now - announcedMs), lte(award.announcedAt, now), isNull(award.undoneAt))
  return awardRows(db, fresh)
    .filter(({ player }) => mayWin(player))
    .map(announcement)
}

function announcement({ id, kind, prize, player, picture, reason, at }: AwardRow): Announcement {
  const muted = player.mutedAt !== null
  return {
    id,
    kind,
    nickname: muted ? player.playerCode : player.nickname,
    playerCode: player.playerCode,
    prizeName: prize.name,
    prizePicture: prizePicture(prize),
    picture: muted || !picture ? null : publicPicture(picture),
    reason,
    at,
  }
}

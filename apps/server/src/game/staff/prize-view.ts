import { GameError, type PictureRef, type PrizeView } from '@dabble/api'
import { asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Queries } from '../../db/open.ts'
import { prize } from '../../db/schema.ts'
import { pictureRef } from '../picture-ref.ts'
import type { Prize } from './award-rows.ts'

/** Prizes in the order in which they were added, also those that are off the list. */
export function prizeViews(db: Queries, where?: SQL): PrizeView[] {
  const claimed = sql<number>`(
    select count(*) from award where prize_id = prize.id and undone_at is null and claimed_at is not null)`
  const codes = sql<number>`(select count(*) from prize_code where prize_id = prize.id and award_id is null)`
  return db
    .select({ ...getTableColumns(prize), claimed, codes })
    .from(prize)
    .where(where)
    .orderBy(asc(prize.createdAt), sql`${prize}.rowid`)
    .all()
    .map(({ id, kind, name, stock, given, claimed, codes, ...row }) => ({
      id,
      kind,
      name,
      picture: prizePicture(row),
      stock,
      given,
      claimed,
      left: stock - given,
      ranks: ranksOf(row),
      codes,
      removed: row.removedAt !== null,
    }))
}

/** @throws {GameError} `prize-unknown`. */
export function prizeViewOf(db: Queries, id: string): PrizeView {
  const [view] = prizeViews(db, eq(prize.id, id))
  if (!view) throw new GameError('prize-unknown')
  return view
}

export function prizePicture({
  pictureHash: hash,
  pictureWidth: width,
  pictureHeight: height,
}: Pick<Prize, 'pictureHash' | 'pictureWidth' | 'pictureHeight'>): PictureRef | null {
  return hash === null || width === null || height === null ? null : pictureRef({ hash, width, height })
}

function ranksOf({ roundId, windowId, rankFrom, rankTo }: Pick<Prize, 'roundId' | 'windowId' | 'rankFrom' | 'rankTo'>) {
  if (roundId === null || rankFrom === null || rankTo === null) return null
  return { roundId, windowId, from: rankFrom, to: rankTo }
}

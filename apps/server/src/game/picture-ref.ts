import type { PictureRef } from '@dabble/api'
import type { picture } from '../db/schema.ts'

type Picture = typeof picture.$inferSelect

/** Where the network finds a picture. */
export function pictureRef({ hash, width, height }: Pick<PictureRef, 'hash' | 'width' | 'height'>): PictureRef {
  return { hash, url: `/pictures/${hash}`, width, height }
}

export type Shown = Pick<Picture, 'hash' | 'width' | 'height' | 'hiddenAt' | 'erasedAt' | 'screenedAt'>

export const isHidden = ({ hiddenAt, erasedAt }: Pick<Shown, 'hiddenAt' | 'erasedAt'>): boolean =>
  hiddenAt !== null || erasedAt !== null

/** What those who made it see: screened or not, but never once hidden. */
export function ownPicture(row: Shown): PictureRef | null {
  const { hash, width, height } = row
  return hash === null || width === null || height === null || isHidden(row)
    ? null
    : pictureRef({ hash, width, height })
}

/** What everybody sees: screened pictures. */
export const publicPicture = (row: Shown): PictureRef | null => (row.screenedAt === null ? null : ownPicture(row))

import { BundleError, type BundleManifest, readBundleManifest } from '@dabble/ml/bundle'
import { and, eq, inArray, ne, or } from 'drizzle-orm'
import type { Db } from '../db/open.ts'
import { picture, round } from '../db/schema.ts'
import { StartError } from './start-error.ts'

/** What the bundle says of itself; its files are checked by the sidecar. @throws {StartError} */
export function readManifest(folder: string): BundleManifest {
  try {
    return readBundleManifest(folder)
  } catch (error) {
    throw error instanceof BundleError ? new StartError(error.message, error) : error
  }
}

/**
 * Scores of two bundles do not compare, so a round that is open, or that still has something to be drawn, runs with its own or
 * not at all. @throws {StartError}
 */
export function requireRoundsBundle(db: Db, manifest: BundleManifest): void {
  const unfinished = db
    .select({ id: picture.roundId })
    .from(picture)
    .where(inArray(picture.state, ['queued', 'running']))
  const playing = or(eq(round.state, 'open'), inArray(round.id, unfinished))
  const other = db
    .select({ bundleId: round.bundleId })
    .from(round)
    .where(and(playing, ne(round.bundleId, manifest.id)))
    .get()
  if (!other) return
  throw new StartError(
    `The round that is being played was begun with the bundle ${other.bundleId}, but ${manifest.dir} is ${manifest.id}. ` +
      'Set DABBLE_BUNDLE to the folder of the first, or DABBLE_DATA to a new folder for a new game.',
  )
}

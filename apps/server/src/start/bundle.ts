import { BundleError, type BundleManifest, readBundleManifest } from '@dabble/ml/bundle'
import { eq } from 'drizzle-orm'
import type { Db } from '../db/open.ts'
import { round } from '../db/schema.ts'
import { StartError } from './start-error.ts'

/** What the bundle says of itself; its files are checked by the sidecar. @throws {StartError} */
export function readManifest(folder: string): BundleManifest {
  try {
    return readBundleManifest(folder)
  } catch (error) {
    throw error instanceof BundleError ? new StartError(error.message, error) : error
  }
}

/** Scores of two bundles do not compare, so an open round runs with its own or not at all. @throws {StartError} */
export function requireRoundsBundle(db: Db, manifest: BundleManifest): void {
  const open = db.select().from(round).where(eq(round.state, 'open')).all()
  const other = open.find(({ bundleId }) => bundleId !== manifest.id)
  if (!other) return
  throw new StartError(
    `The open round was begun with the bundle ${other.bundleId}, but ${manifest.dir} is ${manifest.id}. ` +
      'Set DABBLE_BUNDLE to the folder of the first, or DABBLE_DATA to a new folder for a new game.',
  )
}

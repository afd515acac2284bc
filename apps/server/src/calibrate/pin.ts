import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { GameError } from '@dabble/api'
import type { Fit } from '@dabble/ml/calibration'
import { closeDatabase, openDatabase } from '../db/open.ts'
import { writeDurably } from '../files/durable.ts'
import { calibrateRound } from '../game/staff/rounds/calibrate-round.ts'
import { StartError } from '../start/start-error.ts'

/** @throws {StartError} when the round was opened meanwhile; it keeps what it had. */
export function pinOnRound(databaseFile: string, id: string, { knots }: Fit): void {
  const db = openDatabase(databaseFile)
  try {
    calibrateRound(db, { id, author: 'system', reason: '', now: Date.now() }, knots)
  } catch (error) {
    if (!(error instanceof GameError)) throw error
    throw new StartError(
      `The round ${id} is no draft any more, so it keeps the calibration it has. Calibrate the next one.`,
    )
  } finally {
    closeDatabase(db)
  }
}

/** Into bundle.json, whole or not at all. The calibration is not part of a bundle's id: rounds that are there stay playable. */
export async function writeIntoBundle(bundleFolder: string, calibration: Fit): Promise<void> {
  const path = join(bundleFolder, 'bundle.json')
  const file = JSON.parse(await readFile(path, 'utf8'))
  try {
    await writeDurably(path, Buffer.from(`${JSON.stringify({ ...file, calibration }, null, 2)}\n`))
  } catch (error) {
    throw new StartError(
      `${path} could not be written (${(error as Error).message}). Copy the bundle to a folder of yours.`,
    )
  }
}

import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { HealthView, Millis } from '@dabble/api'
import { lastBackupAt } from '../backup/note.ts'
import type { Db } from '../db/open.ts'
import { crewCounts } from '../game/crew-counts.ts'
import type { Inference } from '../inference/inference.ts'
import type { Feed } from '../live/feed.ts'
import type { DataFolder } from '../start/data-folder.ts'
import type { ErrorTally } from './error-tally.ts'
import { inferenceOf } from './inference-view.ts'
import { problemsOf } from './problems.ts'
import { version } from './version.ts'

export interface HealthParts {
  db: Db
  folder: Omit<DataFolder, 'release'>
  inference: Pick<Inference, 'endpoints'>
  feed: Pick<Feed, 'streams'>
  errors: Pick<ErrorTally, 'errors'>
}

/** Summing up thousands of files is not done for every look. */
const sizesFreshMs = 60_000

/** How the box is; asked by staff screens and by the alerts. */
export function createHealth({ db, folder, inference, feed, errors }: HealthParts): () => Promise<HealthView> {
  const upSince = Date.now() - Math.round(process.uptime() * 1000)
  const pictures = kept(sizesFreshMs, () => folderBytes(folder.picturesFolder))
  return async () => {
    const [endpoints, free, database, picturesBytes, backupAt] = await Promise.all([
      inference.endpoints(),
      freeBytes(folder.path),
      Promise.all(['', '-wal'].map(suffix => fileBytes(`${folder.databaseFile}${suffix}`))),
      pictures(),
      lastBackupAt(folder.path),
    ])
    const at = Date.now()
    const { screeningSince, newestEntryAt, createdAt, ...counts } = crewCounts(db, at)
    const view: Omit<HealthView, 'problems'> = {
      at,
      ...counts,
      watching: feed.streams(),
      inference: inferenceOf(endpoints),
      disk: { freeBytes: free, databaseBytes: database.reduce((sum, bytes) => sum + bytes, 0), picturesBytes },
      errors: errors.errors(at),
      lastBackupAt: backupAt,
      upSince,
      version,
    }
    return { ...view, problems: problemsOf({ ...view, screeningSince, newestEntryAt, createdAt }) }
  }
}

/** Bytes that this user may still write. */
async function freeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path)
  return bavail * bsize
}

const fileBytes = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.size ?? 0

async function folderBytes(path: string): Promise<number> {
  let sum = 0
  for (const name of await readdir(path)) sum += await fileBytes(join(path, name))
  return sum
}

/** Asks again only when the answer is too old. */
function kept<T>(freshMs: Millis, ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null
  let at = Number.NEGATIVE_INFINITY
  return () => {
    if (!answer || performance.now() - at > freshMs) {
      at = performance.now()
      answer = ask()
      answer.catch(() => {
        answer = null
      })
    }
    return answer
  }
}

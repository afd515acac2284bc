import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { HubFile } from './catalogue-entry.ts'

/**
 * Where people's folders have a file of the hub: a clone or `hf download --local-dir` below the repository's full or short name, the
 * hub's own cache, or a folder that was pulled before.
 */
export function candidates(folder: string, { repository, revision, path }: HubFile, to: string): string[] {
  const cache = `models--${repository.replaceAll('/', '--')}`
  return [
    join(folder, repository, path),
    join(folder, basename(repository), path),
    join(folder, cache, 'snapshots', revision, path),
    join(folder, 'hub', cache, 'snapshots', revision, path),
    join(folder, to),
  ]
}

/** The first of them that is there, or null. */
export async function findOffline(folder: string, from: HubFile, to: string): Promise<string | null> {
  for (const path of candidates(folder, from, to)) {
    const found = await stat(path).catch(() => null)
    if (found?.isFile()) return path
  }
  return null
}

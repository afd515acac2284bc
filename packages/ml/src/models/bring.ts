import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Checksum, HubCatalogueFile } from './catalogue-entry.ts'
import { matches } from './checksums.ts'
import { fetchRest, type Hub, sizeOf } from './hub.ts'
import { ModelsError } from './models-error.ts'
import { findOffline } from './offline.ts'

/** Where files come from: the hub, or a folder on this machine. */
export type Source = { hub: Hub } | { folder: string }

type Bringing = { signal: AbortSignal; onBytes: (bytes: number) => void; pauseMs: number }

/** Tries that end without a single new byte. */
const most = 5

export const partOf = (target: string) => `${target}.part`

/**
 * Brings one file to its place in `folder`, complete and checked, or not at all: until then it is called `.part`, and what is in
 * that already is not fetched again. Throws ModelsError.
 */
export async function bring(file: HubCatalogueFile, folder: string, source: Source, bringing: Bringing): Promise<void> {
  const target = join(folder, file.to)
  await mkdir(dirname(target), { recursive: true })
  const part = partOf(target)
  const claimed =
    'hub' in source
      ? await fetchPatiently(file, part, source.hub, bringing)
      : await copy(file, part, source.folder, bringing)
  bringing.signal.throwIfAborted()
  const checksum = file.checksum ?? claimed
  if (checksum && !(await matches(part, checksum))) {
    bringing.onBytes(-(await sizeOf(part)))
    await rm(part)
    throw new ModelsError(
      `${file.from.path} of ${file.from.repository} arrived damaged (checksum differs) and was thrown away. Run the same command again.`,
    )
  }
  await rename(part, target)
}

async function fetchPatiently(
  file: HubCatalogueFile,
  part: string,
  hub: Hub,
  bringing: Bringing,
): Promise<Checksum | null> {
  for (let failures = 0; ; ) {
    const before = await sizeOf(part)
    try {
      return await fetchRest(file.from, file.checksum, part, hub, bringing)
    } catch (error) {
      if (error instanceof ModelsError || bringing.signal.aborted) throw error
      const code = (error as { code?: string } | null)?.code
      if (code === 'ENOSPC')
        throw new ModelsError(`The disk is full. Free some space, then run the same command again.`)
      failures = (await sizeOf(part)) > before ? 1 : failures + 1
      if (failures >= most) throw new ModelsError(gaveUp(file, hub, error))
      await pause(bringing.pauseMs * 2 ** (failures - 1), undefined, { signal: bringing.signal })
    }
  }
}

async function copy(file: HubCatalogueFile, part: string, folder: string, { onBytes }: Bringing): Promise<null> {
  const found = await findOffline(folder, file.from, file.to)
  if (!found)
    throw new ModelsError(
      `${folder} lacks ${file.from.path} of ${file.from.repository}. Put it in ${join(folder, file.from.repository)}.`,
    )
  const before = await sizeOf(part)
  await copyFile(found, part)
  onBytes((await sizeOf(part)) - before)
  return null
}

const gaveUp = ({ from }: HubCatalogueFile, { url }: Hub, error: unknown) =>
  `${from.path} of ${from.repository} does not come from ${url} (${reasonOf(error)}). What has come is kept: ` +
  'run the same command again, with --mirror URL or --from FOLDER where the network does not let it through.'

/** The hub's library passes some errors on as strings; undici hides the reason in the cause. */
const reasonOf = (error: unknown) => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message || error.message : error.message
}

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { freeSpace } from '../free-space.ts'
import { bring, partOf, type Source } from './bring.ts'
import {
  type CatalogueEntry,
  type CatalogueFile,
  type HubCatalogueFile,
  totalBytes,
  unpinned,
} from './catalogue-entry.ts'
import { findDamage } from './damage.ts'
import { finish } from './finish.ts'
import { sizeOf } from './hub.ts'
import { isMadeOf } from './made-of.ts'
import { ModelsError } from './models-error.ts'
import {
  checkLicences,
  checkTrust,
  type Lock,
  nameInLock,
  type Plan,
  type PullOrder,
  planPull,
  withLock,
} from './plan.ts'
import { salvage } from './salvage.ts'
import { asJson } from './seal.ts'
import { lockFile, openUnfinished, readManifest, takeName } from './store.ts'

export type Pull = PullOrder & {
  catalogue: readonly CatalogueEntry[]
  /** Absolute; the model gets a folder in it. */
  models: string
  source: Source
  acceptedLicences: readonly string[]
  trustOnFirstUse: boolean
  steps?: number
  guidance?: number
  signal: AbortSignal
  /** Bytes; `total` may be about. */
  onProgress(done: number, total: number): void
  say(line: string): void
  /** How long to wait after a failure, the first time. */
  pauseMs?: number
}

/** Files at the same time. */
const parallel = 4
/** For manifests, and for what file systems need beside the files. */
const spareBytes = 64 * 2 ** 20

/**
 * Brings a model of the catalogue to `models/NAME`: complete and checked, or not at all. What came before a pull was ended, however
 * it was ended, is not fetched again. Returns the folder. Throws ModelsError, in one line a trouble.
 */
export async function pull(order: Pull): Promise<string> {
  const asked = planPull(order.catalogue, order)
  checkLicences(asked, order.acceptedLicences)
  const folder = join(order.models, asked.name)
  const lock = await readLock(folder)
  const plan = withLock(asked, lock)
  if (await isWhole(folder, plan, order)) {
    order.say(`${plan.name} is here already, and every file is as it should be.`)
    return folder
  }
  checkTrust(plan, order.trustOnFirstUse)
  const partial = await openUnfinished(folder, asJson(asked.files))
  await salvage(folder, partial, plan)
  await checkSpace(plan, partial)
  await bringAll(plan, partial, order)
  const files = await finish(plan, partial, folder, order)
  const trusted = unpinned(asked.files).map(({ to, from }) => [nameInLock(from), files[to]?.sha256])
  if (trusted.length > 0) await writeFile(lockFile(folder), asJson({ ...lock, ...Object.fromEntries(trusted) }))
  const wasFused = (await readManifest(folder).catch(() => null))?.fused !== undefined
  await takeName(partial, folder)
  if (wasFused) order.say(`Its fused graphs are gone. To have them again: npm run dabble -- models fuse ${plan.name}`)
  return folder
}

async function readLock(folder: string): Promise<Lock> {
  const path = lockFile(folder)
  const text = await readFile(path, 'utf8').catch(() => '{}')
  try {
    return lockSchema.parse(JSON.parse(text))
  } catch {
    throw new ModelsError(`${path} is damaged. Restore it from a copy, or remove it to trust the next download anew.`)
  }
}

const lockSchema = z.record(z.string(), z.string())

/** Whether there is nothing to do: made of the same, with the same wishes, and not a file damaged. */
async function isWhole(folder: string, plan: Plan, { steps, guidance }: Pull): Promise<boolean> {
  const manifest = await readManifest(folder)
  if (!manifest || (steps ?? manifest.steps) !== manifest.steps) return false
  if ((guidance ?? manifest.guidance) !== manifest.guidance) return false
  return (await isMadeOf(folder, manifest, plan)) && (await findDamage(folder, manifest.files)).length === 0
}

async function checkSpace({ name, files }: Plan, partial: string) {
  const there = await Promise.all(files.map(file => bytesThere(partial, file)))
  const needed = Math.max(0, totalBytes(files) - there.reduce((sum, n) => sum + n, 0)) + spareBytes
  const free = await freeSpace(partial)
  if (free >= needed) return
  throw new ModelsError(
    `${name} needs ${gigabytes(needed)} more, but ${partial} has ${gigabytes(free)}. Free some disk space, or set DABBLE_DATA.`,
  )
}

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`

const bytesThere = async (partial: string, { to }: CatalogueFile) =>
  (await sizeOf(join(partial, to))) || sizeOf(partOf(join(partial, to)))

async function bringAll({ files }: Plan, partial: string, { source, signal, onProgress, pauseMs = 1_000 }: Pull) {
  const there = await Promise.all(files.map(file => bytesThere(partial, file)))
  let done = there.reduce((sum, n) => sum + n, 0)
  const total = totalBytes(files)
  onProgress(done, total)
  const onBytes = (bytes: number) => {
    done += bytes
    onProgress(done, total)
  }
  // The first that fails for good ends the others, whose parts stay.
  const failure = new AbortController()
  const both = AbortSignal.any([signal, failure.signal])
  const waiting = files.filter((file): file is HubCatalogueFile => 'from' in file).reverse()
  const worker = async () => {
    for (let file = waiting.pop(); file; file = waiting.pop())
      if (!(await sizeOf(join(partial, file.to))))
        await bring(file, partial, source, { signal: both, onBytes, pauseMs })
  }
  const results = await Promise.allSettled(
    Array.from({ length: parallel }, () =>
      worker().catch(error => {
        failure.abort()
        throw error
      }),
    ),
  )
  const reasons = results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))
  if (reasons.length > 0) throw reasons.find(reason => reason instanceof ModelsError) ?? reasons[0]
}

import { join } from 'node:path'
import { matches } from './checksums.ts'
import { findDamage } from './damage.ts'
import type { Plan } from './plan.ts'
import type { Manifest } from './store.ts'

/**
 * Whether a finished folder was made of what a plan names, damaged by now or not: another CLIP and another commit have files of the
 * same names. What nobody vouches for counts as other.
 */
export async function isMadeOf(folder: string, manifest: Manifest, plan: Plan): Promise<boolean> {
  if ((manifest.decoder === 'taesd') !== hasTinyDecoder(plan)) return false
  for (const file of plan.files) {
    const sealed = manifest.files[file.to]
    if (!sealed) return false
    if (!('from' in file)) continue
    if (!file.checksum) return false
    if (file.checksum.length === sealed.sha256.length) {
      if (file.checksum !== sealed.sha256) return false
      continue
    }
    // git's ids say nothing of a SHA-256, so the file is asked; one that is damaged cannot tell.
    const same = await matches(join(folder, file.to), file.checksum).catch(() => false)
    if (!same && (await findDamage(folder, { [file.to]: sealed })).length === 0) return false
  }
  return true
}

export const hasTinyDecoder = ({ entry, entries }: Plan): boolean =>
  entry.kind === 'pipeline' && entries.some(({ kind }) => kind === 'decoder')

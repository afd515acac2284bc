import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleFile } from '../bundle/index.ts'
import { contradict } from './checksums.ts'
import { readConfigs } from './configs.ts'
import { hasTinyDecoder, isMadeOf } from './made-of.ts'
import { ModelsError } from './models-error.ts'
import { licenceOf, type Plan } from './plan.ts'
import { propose, type Wishes } from './propose.ts'
import { asJson, type Sealed, sealed } from './seal.ts'
import { planName, readManifest } from './store.ts'

/**
 * Writes what Dabble adds, hashes everything, and makes it a bundle or a part. `folder` is where it goes: what somebody edited or
 * measured of the same bundle there stays, unless it is wished otherwise. Returns the checksums. Throws ModelsError.
 */
export async function finish(
  plan: Plan,
  partial: string,
  folder: string,
  { steps, guidance }: Pick<Wishes, 'steps' | 'guidance'>,
): Promise<Sealed> {
  for (const file of plan.files) if ('content' in file) await writeFile(join(partial, file.to), asJson(file.content))
  const files = await sealed(partial, [planName, 'bundle.json', 'part.json'])
  for (const file of plan.files)
    if ('from' in file && file.checksum && contradict(file.checksum, files[file.to]?.sha256 ?? '')) {
      await rm(join(partial, file.to))
      throw new ModelsError(`${file.to} was damaged on this disk and was thrown away. Run the same command again.`)
    }
  const { name, entry } = plan
  const licence = licenceOf(plan)
  if (entry.kind !== 'pipeline') {
    await writeFile(join(partial, 'part.json'), asJson({ format: 1, name, kind: entry.kind, licence, files }))
    return files
  }
  const decoder = hasTinyDecoder(plan) ? ('taesd' as const) : undefined
  const wishes = { name, licence, description: entry.description, steps, guidance, decoder }
  const proposal = propose(await readConfigs(partial), wishes)
  const kept = await settingsOf(folder, plan)
  const wished = { ...(steps !== undefined && { steps }), ...(guidance !== undefined && { guidance }) }
  await writeFile(join(partial, 'bundle.json'), asJson({ ...proposal, ...kept, ...wished, files }))
  return files
}

/** Of the bundle that is to be replaced, where it was made of the same files. */
async function settingsOf(folder: string, plan: Plan): Promise<object> {
  const manifest = await readManifest(folder).catch(() => null)
  if (!manifest || !(await isMadeOf(folder, manifest, plan))) return {}
  const text = await readFile(join(folder, 'bundle.json'), 'utf8').catch(() => '{}')
  const { data } = bundleFile.safeParse(JSON.parse(text))
  // Fused graphs are no part of what was pulled.
  const { files: _, fused: __, ...settings } = data ?? {}
  return settings
}

import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { ModelsError } from './models-error.ts'

/** A bundle's, and that of a CLIP or a decoder that was pulled by itself, to be added to a pipeline. */
const manifests = ['bundle.json', 'part.json'] as const

/** Where a model is while it comes; hidden, so that nobody takes it for one. */
export const unfinished = (folder: string) => join(dirname(folder), `.${basename(folder)}.partial`)

/** Checksums that were taken on trust, beside the folder: the next download must be the same. */
export const lockFile = (folder: string) => `${folder}.lock.json`

export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** What both manifests say. */
const manifestFile = z.object({
  name: z.string(),
  licence: z.string(),
  files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.number() })),
  // Only a bundle's.
  decoder: z.string().optional(),
  steps: z.number().optional(),
  guidance: z.number().optional(),
  fused: z.unknown().optional(),
})
export type Manifest = z.infer<typeof manifestFile>

/** The checksums of a finished folder, from bundle.json or part.json; null where it has neither. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  for (const file of manifests) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => null)
    if (text !== null) return parse(join(folder, file), text)
  }
  return null
}

function parse(path: string, text: string): Manifest {
  try {
    return manifestFile.parse(JSON.parse(text))
  } catch {
    throw new ModelsError(`${path} is damaged. Remove the folder, then pull or add the model again.`)
  }
}

/** Names of the models in a folder of models. */
export async function installed(models: string): Promise<string[]> {
  const entries = await readdir(models, { withFileTypes: true }).catch(() => [])
  const folders = entries.filter(entry => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name)
  const finished = await Promise.all(
    folders.map(async name =>
      (await Promise.all(manifests.map(file => exists(join(models, name, file))))).includes(true),
    ),
  )
  return folders.filter((_, i) => finished[i]).sort()
}

/**
 * The unfinished folder for a plan, with what has come for it; what lies there for another plan is thrown away, because its files
 * would be taken for these.
 */
export async function openUnfinished(folder: string, plan: string): Promise<string> {
  const partial = unfinished(folder)
  const planFile = join(partial, planName)
  if ((await readFile(planFile, 'utf8').catch(() => null)) !== plan) await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true })
  await writeFile(planFile, plan)
  return partial
}

export const planName = '.plan.json'

/** From here on it is a model. One that was there before, damaged or made of other files, goes. */
export async function takeName(partial: string, folder: string): Promise<void> {
  const old = `${partial}.old`
  await rm(old, { recursive: true, force: true })
  await rename(folder, old).catch(error => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(partial, folder)
  // Only now: without its plan, what was killed a moment ago would be fetched again.
  await rm(join(folder, planName), { force: true })
  await rm(old, { recursive: true, force: true })
}

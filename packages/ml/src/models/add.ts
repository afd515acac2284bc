import { copyFile, link, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { freeSpace } from '../free-space.ts'
import { readConfigs } from './configs.ts'
import { clipFiles, decoderFiles, type ExportedFile, pipelineFiles } from './exported-files.ts'
import { ModelsError } from './models-error.ts'
import { type Proposal, propose, type Wishes } from './propose.ts'
import { asJson, sealed } from './seal.ts'
import { exists, openUnfinished, planName, takeName } from './store.ts'

export type Addition = Omit<Wishes, 'description' | 'decoder'> & {
  /** Absolute folders: the exported pipeline, a transformers CLIP, and a tiny decoder where one is wanted. */
  pipeline: string
  clip: string
  taesd?: string
  models: string
  /** Whether files get a second name instead of being copied. */
  link: boolean
  /** Ends it, and leaves nothing. */
  signal?: AbortSignal
  /** Draws one picture with the finished bundle; rejects with a line that says why it cannot. */
  tryOut(folder: string): Promise<unknown>
  say(line: string): void
}

/**
 * Makes a bundle of a pipeline that somebody exported: takes what it needs, fills in bundle.json, seals it, draws one picture, and only
 * then gives it its name. Returns the folder and what was filled in. Throws ModelsError, in one line a trouble.
 */
export async function add(addition: Addition): Promise<{ folder: string; proposal: Proposal }> {
  const { name, pipeline, clip, taesd, models, signal, say } = addition
  const folder = join(models, name)
  if (await exists(folder)) throw new ModelsError(`${folder} is there already. Choose another --name, or remove it.`)
  const files = [
    ...(await pipelineFiles(pipeline)),
    ...(await clipFiles(clip)),
    ...(taesd ? await decoderFiles(taesd) : []),
  ]
  checkComplete(files, addition)
  const partial = await openUnfinished(folder, asJson({ added: Date.now() }))
  try {
    if (!addition.link) await checkSpace(files, partial)
    say(`${addition.link ? 'Linking' : 'Copying'} ${files.length} files`)
    for (const file of files) {
      signal?.throwIfAborted()
      await place(file, join(partial, file.to), addition.link)
    }
    const proposal = propose(await readConfigs(partial), {
      ...addition,
      description: `${name}, added from a folder`,
      decoder: taesd ? 'taesd' : undefined,
    })
    say('Sealing it with checksums')
    const checksums = await sealed(partial, [planName, 'bundle.json'])
    await writeFile(join(partial, 'bundle.json'), asJson({ ...proposal, files: checksums }))
    say('Drawing one picture with it')
    await addition.tryOut(partial)
    signal?.throwIfAborted()
    await takeName(partial, folder)
    return { folder, proposal }
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}

/** A line for everything without which no pipeline draws. What a certain kind needs beyond that, its pipeline says. */
function checkComplete(files: readonly ExportedFile[], { pipeline, clip, taesd }: Addition) {
  const needed: [string, string, string][] = [
    [pipeline, 'model_index.json', 'It is no diffusers pipeline; name the folder that has this file.'],
    [pipeline, 'scheduler/scheduler_config.json', 'Copy it from the original pipeline.'],
    ...['text_encoder', 'unet', 'vae_decoder'].map((part): [string, string, string] => [
      pipeline,
      `${part}/model.onnx`,
      'Export it: optimum-cli export onnx --model MODEL FOLDER',
    ]),
    [
      clip,
      'clip/onnx/vision_model.onnx',
      'Name another folder with --clip, or: npm run dabble -- models pull clip-vit-b32',
    ],
    [clip, 'clip/preprocessor_config.json', 'Copy it from the original CLIP.'],
    ...(taesd
      ? [[taesd, 'taesd/model.onnx', 'Name another folder with --taesd, or leave it out.'] as [string, string, string]]
      : []),
  ]
  const there = new Set(files.map(({ to }) => to))
  const missing = needed.filter(([, to]) => !there.has(to))
  if (missing.length === 0) return
  throw new ModelsError(
    missing
      .map(([folder, to, advice]) => `${join(folder, to.replace(/^(clip|taesd)\//, ''))} is missing. ${advice}`)
      .join('\n'),
  )
}

async function checkSpace(files: readonly ExportedFile[], partial: string) {
  const needed = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const free = await freeSpace(partial)
  if (free < needed)
    throw new ModelsError(
      `The copy needs ${(needed / 1e9).toFixed(1)} GB, but ${partial} has ${(free / 1e9).toFixed(1)} GB. Free some disk space, or add --link.`,
    )
}

async function place({ from }: ExportedFile, to: string, asLink: boolean) {
  await mkdir(dirname(to), { recursive: true })
  if (!asLink) return copyFile(from, to)
  await link(from, to).catch(error => {
    throw new ModelsError(`${from} cannot be linked to ${to} (${error.code}): leave out --link to copy.`)
  })
}

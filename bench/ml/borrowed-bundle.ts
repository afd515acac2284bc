import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { add } from '@dabble/ml/models'

export type PipelineFolder = {
  pipeline: string
  clip: string
  taesd?: string
  picture?: { width: number; height: number }
  steps?: number
  guidance?: number
}

/** A bundle of a diffusers folder that has no bundle.json, as `dabble models add` would make it, for as long as the work takes. */
export async function withBundleOf<T>(folder: PipelineFolder, work: (bundle: string) => Promise<T>): Promise<T> {
  const models = await mkdtemp(join(tmpdir(), 'dabble-bench-'))
  try {
    const { folder: bundle } = await add({
      ...folder,
      pipeline: resolve(folder.pipeline),
      clip: resolve(folder.clip),
      taesd: folder.taesd && resolve(folder.taesd),
      name: 'bench',
      licence: 'not distributed',
      models,
      link: false,
      // What does not draw does not open either.
      tryOut: async () => {},
      say: () => {},
    })
    return await work(bundle)
  } finally {
    await rm(models, { recursive: true })
  }
}

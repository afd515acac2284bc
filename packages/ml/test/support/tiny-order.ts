import { fileURLToPath } from 'node:url'
import type { Pull } from '../../src/models/pull.ts'
import { entryOf, filesBelow, pinnedFiles } from './hub.ts'

const fixture = (name: string) => filesBelow(fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)))

export const tinyRepositories = (): Record<string, Record<string, Buffer>> => ({
  'tiny/sd-turbo': fixture('pipelines/sd-turbo'),
  'tiny/clip': fixture('clip'),
  'tiny/taesd': fixture('taesd'),
})

/** To pull a pipeline with a CLIP of those repositories, from a hub, into a folder of models. */
export function tinyOrder(repositories: ReturnType<typeof tinyRepositories>, url: string, models: string): Pull {
  const files = (repository: string) => pinnedFiles(repository, repositories[repository] ?? {})
  return {
    name: 'sd-turbo',
    clip: 'clip',
    catalogue: [
      entryOf({ name: 'sd-turbo', kind: 'pipeline', files: files('tiny/sd-turbo') }),
      entryOf({ name: 'clip', kind: 'clip', files: files('tiny/clip') }),
      entryOf({ name: 'taesd', kind: 'decoder', files: files('tiny/taesd') }),
    ],
    models,
    source: { hub: { url, idleMs: 2_000 } },
    acceptedLicences: [],
    trustOnFirstUse: false,
    signal: new AbortController().signal,
    onProgress: () => {},
    say: () => {},
    pauseMs: 1,
  }
}

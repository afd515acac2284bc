import { resolve } from 'node:path'
import { type CatalogueEntry, ModelsError, catalogue as ours, pull, type Source } from '@dabble/ml/models'
import type { Config } from '../config.ts'
import { createByteProgress } from './byte-progress.ts'
import { alone, stopSignal, typed } from './models-folder.ts'
import { numberOf, readOptions, wholeOf } from './options.ts'

const use =
  'Use: models pull NAME [--name OTHER] [--clip NAME] [--taesd] [--accept-licence LICENCE] [--trust-on-first-use] [--mirror URL | --from FOLDER] [--steps N] [--guidance N]'

const theHub = 'https://huggingface.co'
const idleMs = 30_000

/** Brings a model of the catalogue; ended at any moment, it goes on where it was the next time. */
export async function pullModel(
  args: string[],
  { gpus }: Pick<Config, 'gpus'>,
  models: string,
  catalogue: readonly CatalogueEntry[] = ours,
): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    {
      name: { type: 'string' },
      clip: { type: 'string' },
      taesd: { type: 'boolean', default: false },
      'accept-licence': { type: 'string', multiple: true, default: [] },
      'trust-on-first-use': { type: 'boolean', default: false },
      mirror: { type: 'string' },
      from: { type: 'string' },
      steps: { type: 'string' },
      guidance: { type: 'string' },
    },
    use,
  )
  const [name] = positionals
  if (!name || positionals.length > 1) throw new ModelsError(use)
  const signal = stopSignal('Stopped. The same command goes on from here.')
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const progress = createByteProgress(process.stdout)
  const folder = await alone(models, values.name ?? name, () =>
    pull({
      name,
      as: values.name,
      clip: values.clip,
      decoder: values.taesd ? 'taesd' : undefined,
      catalogue,
      models,
      source: sourceOf(values.mirror, values.from),
      acceptedLicences: values['accept-licence'],
      trustOnFirstUse: values['trust-on-first-use'],
      steps: wholeOf('steps', values.steps, 1, 200),
      guidance: numberOf('guidance', values.guidance, 0, 50),
      signal,
      onProgress: progress.tell,
      say,
    }).catch(error => {
      progress.end()
      // What was under way when it was stopped fails in many ways.
      throw signal.aborted ? signal.reason : error
    }),
  )
  progress.end()
  const path = typed(folder)
  const isPipeline = catalogue.some(entry => entry.name === name && entry.kind === 'pipeline')
  say(
    isPipeline
      ? `Ready: ${gpus.length > 0 ? '' : 'GPUS=0 '}DABBLE_BUNDLE=${path} npm start\nBefore a contest: npm run dabble -- doctor draws with it; npm run dabble -- calibrate measures its scores`
      : `Ready in ${path}; it is used by: npm run dabble -- models add <folder>`,
  )
  return 0
}

function sourceOf(mirror: string | undefined, from: string | undefined): Source {
  if (from) return { folder: resolve(from) }
  const url = mirror ?? (process.env.HF_ENDPOINT || theHub)
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new ModelsError(`${mirror ? '--mirror' : 'HF_ENDPOINT'} must be an address like ${theHub}, not "${url}".`)
  // A secret is not for whatever server somebody tries.
  const token = mirror ? undefined : process.env.HF_TOKEN || undefined
  return { hub: { url: url.replace(/\/+$/, ''), token, idleMs } }
}

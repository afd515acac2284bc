import { join, resolve } from 'node:path'
import { add, exists, ModelsError, tryOut } from '@dabble/ml/models'
import type { Config } from '../config.ts'
import { alone, stopSignal, typed } from './models-folder.ts'
import { numberOf, readOptions, sizeOf, wholeOf } from './options.ts'

const use =
  'Use: models add FOLDER --name NAME --licence LICENCE [--clip FOLDER] [--taesd FOLDER] [--steps N] [--guidance N] [--size 512x512] [--link]'

/** Makes a bundle of a diffusers or Optimum pipeline that somebody exported. */
export async function addModel(
  args: string[],
  { gpus, threads }: Pick<Config, 'gpus' | 'threads'>,
  models: string,
): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    {
      name: { type: 'string' },
      licence: { type: 'string' },
      clip: { type: 'string', default: 'clip-vit-b32' },
      taesd: { type: 'string' },
      steps: { type: 'string' },
      guidance: { type: 'string' },
      size: { type: 'string' },
      link: { type: 'boolean', default: false },
    },
    use,
  )
  const [pipeline] = positionals
  const { name, licence } = values
  if (!pipeline || positionals.length > 1 || !licence) throw new ModelsError(use)
  if (!name || !/^[a-z][a-z0-9-]{0,39}$/.test(name))
    throw new ModelsError('--name must be small letters, digits and dashes, a letter first, 40 at most.')
  const signal = stopSignal('Stopped. Nothing was added.')
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const here = async (folder: string) => ((await exists(join(models, folder))) ? join(models, folder) : resolve(folder))
  const { folder, proposal } = await alone(models, name, async () =>
    add({
      name,
      licence,
      pipeline: resolve(pipeline),
      clip: await here(values.clip),
      taesd: values.taesd && (await here(values.taesd)),
      models,
      link: values.link,
      signal,
      steps: wholeOf('steps', values.steps, 1, 200),
      guidance: numberOf('guidance', values.guidance, 0, 50),
      picture: sizeOf(values.size),
      tryOut: async bundle => {
        const seconds = await tryOut(bundle, { gpu: gpus[0] ?? null, threads: threads ?? 1 })
        say(`Drawn in ${seconds.toFixed(1)} s on ${gpus.length > 0 ? `GPU ${gpus[0]}` : 'the CPU'}`)
      },
      say,
    }).catch(error => {
      throw signal.aborted ? signal.reason : error
    }),
  )
  const { picture, steps, guidance } = proposal
  say(
    `${name}: ${picture.width}x${picture.height}, ${steps} steps, guidance ${guidance}. Not what you want? Remove ${folder} and add it again with --size, --steps, --guidance\n` +
      `Ready: DABBLE_BUNDLE=${typed(folder)} npm start\n` +
      'Before a contest: npm run dabble -- calibrate measures its scores',
  )
  return 0
}

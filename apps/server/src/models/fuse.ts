import { BundleError } from '@dabble/ml/bundle'
import { fuseChecked, unfuse } from '@dabble/ml/fuse'
import { drawSample, foldersOf, ModelsError } from '@dabble/ml/models'
import type { Config } from '../config.ts'
import { alone, typed } from './models-folder.ts'
import { readOptions } from './options.ts'

const use = 'Use: models fuse NAME or FOLDER [--undo]'

/** Makes graphs of a bundle that do the work of several, or takes them away again. */
export async function fuseModel(
  args: string[],
  { gpus, threads }: Pick<Config, 'gpus' | 'threads'>,
  models: string,
): Promise<number> {
  const { values, positionals } = readOptions(args, { undo: { type: 'boolean', default: false } }, use)
  const [which] = positionals
  if (!which || positionals.length > 1) throw new ModelsError(use)
  const [folder = which] = await foldersOf(models, which)
  const say = (line: string) => process.stdout.write(`${line}\n`)
  try {
    await alone(models, which, async () => {
      if (values.undo) {
        await unfuse(folder)
        say(`${typed(folder)} is what it was before it was fused`)
        return
      }
      say('Drawing a picture, fusing, drawing it again')
      const fused = await fuseChecked(folder, bundle =>
        drawSample(bundle, { gpu: gpus[0] ?? null, threads: threads ?? 1 }),
      )
      for (const line of fused.left) say(line)
      const [before, after] = fused.seconds.map(seconds => Math.round(seconds * 1000))
      say(
        `${fused.id}: fused ${fused.made.join(', ')}; ${(fused.off * 100).toFixed(2)} % of a picture's values are more than one level off; ${before} ms before, ${after} ms after\n` +
          'It is another bundle now: make its rounds after this, and calibrate them',
      )
    })
    return 0
  } catch (error) {
    throw error instanceof BundleError ? new ModelsError(error.message) : error
  }
}

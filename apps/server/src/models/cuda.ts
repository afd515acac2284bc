import { join } from 'node:path'
import { installCuda } from '@dabble/ml/cuda'
import type { Config } from '../config.ts'
import { alone } from './models-folder.ts'
import { readOptions, wholeOf } from './options.ts'

/** Fetches and links ONNX Runtime's CUDA libraries, then tells whether the GPU computes, or what is missing. */
export async function setUpCuda(args: string[], { dataFolder, gpus }: Config): Promise<number> {
  const { values } = readOptions(args, { gpu: { type: 'string' } }, 'Use: models cuda [--gpu 0]')
  const device = wholeOf('gpu', values.gpu, 0, 63) ?? gpus[0] ?? 0
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const troubles = await alone(dataFolder, 'cuda', () => installCuda({ folder: join(dataFolder, 'cuda'), device, say }))
  for (const line of troubles) process.stderr.write(`${line}\n`)
  if (troubles.length > 0) return 1
  say(`GPU ${device} computes. To play on it: GPUS=${device} DABBLE_BUNDLE=<folder> npm start`)
  return 0
}

import { CudaError } from '@dabble/ml/cuda'
import { ModelsError } from '@dabble/ml/models'
import { type Config, readConfig } from '../config.ts'
import { addModel } from '../models/add.ts'
import { setUpCuda } from '../models/cuda.ts'
import { fuseModel } from '../models/fuse.ts'
import { listModels } from '../models/list.ts'
import { modelsFolderOf } from '../models/models-folder.ts'
import { pullModel } from '../models/pull.ts'
import { verifyModels } from '../models/verify.ts'
import { explainDisk } from '../start/start-error.ts'
import type { Command } from './command.ts'

const usage = `Usage: npm run dabble -- models <what>

  list                   what can be pulled, and what is here
  pull <name>            fetch a model; it may be stopped at any moment and goes on the next time
  verify [name|folder]   compare every file with its checksum
  add <folder>           make a bundle of a diffusers or Optimum ONNX pipeline
  fuse <name|folder>     one graph in place of several; --undo takes it back
  cuda                   fetch and link what ONNX Runtime needs for NVIDIA GPUs, and try it

docs/models.md has every option.
`

const parts: Record<string, (args: string[], config: Config, models: string) => Promise<number>> = {
  list: (_args, _config, models) => listModels(models),
  pull: pullModel,
  verify: (args, _config, models) => verifyModels(args, models),
  add: addModel,
  fuse: fuseModel,
  cuda: setUpCuda,
}

export const command: Command = {
  summary: 'list, pull, verify, add and fuse models; cuda sets up an NVIDIA GPU',
  usage,
  async run([what = '', ...args]) {
    const part = Object.hasOwn(parts, what) ? parts[what] : undefined
    if (!part) {
      process.stderr.write(usage)
      return 2
    }
    const config = readConfig(process.env)
    try {
      return await part(args, config, modelsFolderOf(config.dataFolder))
    } catch (error) {
      // Their messages may be several lines, one a trouble.
      if (!(error instanceof ModelsError || error instanceof CudaError)) throw explainDisk(error, config.dataFolder)
      process.stderr.write(`${error.message}\n`)
      return 1
    }
  },
}

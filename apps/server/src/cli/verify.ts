import { createInferenceClient } from '@dabble/ml/client'
import { readConfig } from '../config.ts'
import { openToRead } from '../db/read.ts'
import { startSidecar } from '../inference/sidecar-process.ts'
import { silentLog } from '../log.ts'
import { createPictureStore } from '../pictures/store.ts'
import { dataFolderAt } from '../start/data-folder.ts'
import { StartError } from '../start/start-error.ts'
import { brokenInvariants } from '../verify/invariants.ts'
import { verifyPictures } from '../verify/pictures.ts'
import type { Command } from './command.ts'

export const command: Command = {
  summary: 'recompute every score from the stored files and compare; prints JSON, exits 1 on any difference',
  async run() {
    const config = readConfig(process.env)
    const folder = dataFolderAt(config.dataFolder)
    const db = openToRead(folder.databaseFile)
    const { bundleFolder, threads, gpus } = config
    const sidecar = startSidecar({ bundleFolder, threads, gpu: gpus[0] ?? null, log: silentLog })
    try {
      const endpoint = await sidecar.endpoint.catch(error => {
        throw new StartError(error.message)
      })
      const embeds = createInferenceClient(endpoint)
      const broken = brokenInvariants(db)
      const result = await verifyPictures(db, createPictureStore(folder.picturesFolder), embeds, bundleFolder)
      process.stdout.write(`${JSON.stringify({ ...result, broken })}\n`)
      return result.differences.length + result.missing.length + broken.length === 0 ? 0 : 1
    } finally {
      await sidecar.stop()
      db.$client.close()
    }
  },
}

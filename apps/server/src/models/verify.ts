import { catalogue, foldersOf, ModelsError, verifyModel } from '@dabble/ml/models'
import { megabytes } from './byte-progress.ts'

/** Every checksum of one model, or of all. */
export async function verifyModels([which]: string[], models: string): Promise<number> {
  const folders = await foldersOf(models, which)
  if (folders.length === 0) process.stdout.write(`There are no models in ${models} yet.\n`)
  let damaged = 0
  for (const folder of folders) {
    const verified = await verifyModel(folder, catalogue).catch(error => {
      if (!(error instanceof ModelsError)) throw error
      process.stdout.write(`${error.message}\n`)
    })
    damaged += verified?.damage.length ?? 1
    if (!verified) continue
    const { name, files, bytes, damage, mend } = verified
    if (damage.length === 0)
      process.stdout.write(`${name}: ${files} files, ${megabytes(bytes)}, all as they should be\n`)
    for (const { path, what } of damage) process.stdout.write(`${name}: ${path} is ${what}\n`)
    if (mend) process.stdout.write(`${name}: to mend it: ${mend}\n`)
  }
  return damaged === 0 ? 0 : 1
}

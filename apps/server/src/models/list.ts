import { catalogue, foldersOf, installed, installedModel, ModelsError, totalBytes, unpinned } from '@dabble/ml/models'
import { megabytes } from './byte-progress.ts'

/** The catalogue, and what is here. */
export async function listModels(models: string): Promise<number> {
  const here = await installed(models)
  const lines = catalogue.flatMap(({ name, description, files, licence, tested }) => [
    `  ${name.padEnd(14)} ${megabytes(totalBytes(files)).padStart(8)}  ${description}${here.includes(name) ? ' [here]' : ''}`,
    `  ${''.padEnd(14)} ${''.padStart(8)}  licence ${licence.name}${licence.open ? '' : `, to be accepted: ${licence.url}`}`,
    `  ${''.padEnd(14)} ${''.padStart(8)}  tested ${tested}${pinning(unpinned(files).length, files.length)}`,
  ])
  const folders = await foldersOf(models, undefined)
  const rows = await Promise.all(folders.map(rowOf))
  process.stdout.write(`Catalogue\n${lines.join('\n')}\n\nHere, in ${models}\n${rows.join('\n') || '  none yet'}\n`)
  return 0
}

async function rowOf(folder: string): Promise<string> {
  try {
    const { name, licence, bytes } = await installedModel(folder)
    return `  ${name.padEnd(14)} ${megabytes(bytes).padStart(8)}  licence ${licence}`
  } catch (error) {
    if (error instanceof ModelsError) return `  ${error.message}`
    throw error
  }
}

const pinning = (open: number, all: number) =>
  open > 0 ? `; ${open} of ${all} checksums are not known beforehand` : ''

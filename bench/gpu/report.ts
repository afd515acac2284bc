import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Results, tableOf } from './table.ts'

/** One JSON file and one Markdown table of what the parts have left in results/; what was not measured stands as a dash. */
const { values } = parseArgs({ options: { work: { type: 'string', default: '.' } } })
const folder = resolve(values.work, 'results')
const read = async (name: string) => {
  const text = await readFile(resolve(folder, name), 'utf8').catch(() => null)
  return text === null ? undefined : JSON.parse(text)
}

const results: Results = {
  dabble: await read('dabble.json'),
  torch: await read('torch.json'),
  stages: { vae: await read('stages-vae.json'), taesd: await read('stages-taesd.json') },
}
const table = tableOf(results)
await writeFile(resolve(folder, 'report.json'), `${JSON.stringify(results, null, 2)}\n`)
await writeFile(resolve(folder, 'report.md'), table)
process.stdout.write(table)

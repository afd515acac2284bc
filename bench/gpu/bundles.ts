import { resolve } from 'node:path'
import { add, exists, tryOut } from '@dabble/ml/models'
import { readGpuOptions } from './options.ts'

/** Makes bundles of what export.py wrote, one with the VAE and one with TAESD, as `dabble models add` does. Leaves what is there. */
const { work, provider, device } = readGpuOptions(process.argv.slice(2))
const exported = resolve(work, 'exported')
const models = resolve(work, 'models')

for (const [name, taesd] of [
  ['turbo-vae', undefined],
  ['turbo-taesd', `${exported}/taesd`],
] as const) {
  if (await exists(`${models}/${name}`)) {
    process.stdout.write(`${models}/${name} is there\n`)
    continue
  }
  await add({
    name,
    licence: 'random weights',
    pipeline: `${exported}/pipeline`,
    clip: `${exported}/clip`,
    taesd,
    models,
    link: true,
    tryOut: folder => tryOut(folder, { gpu: provider === 'cuda' ? device : null, threads: 1 }),
    say: line => process.stdout.write(`${name}: ${line}\n`),
  })
}

import { resolve } from 'node:path'
import { BundleError } from '@dabble/ml/bundle'
import { fuseBundle } from '@dabble/ml/fuse'
import { add, exists, tryOut } from '@dabble/ml/models'
import { readGpuOptions } from './options.ts'

/**
 * Makes bundles of what export.py wrote, as `dabble models add` does: with the VAE and with TAESD, as they are and with fused graphs.
 * Leaves what is there. Files are shared between them.
 */
const { work, provider, device } = readGpuOptions(process.argv.slice(2))
const exported = resolve(work, 'exported')
const models = resolve(work, 'models')
const say = (line: string) => void process.stdout.write(`${line}\n`)

for (const { name, taesd, fused } of [
  { name: 'turbo-vae', taesd: false, fused: false },
  { name: 'turbo-vae-fused', taesd: false, fused: true },
  { name: 'turbo-taesd', taesd: true, fused: false },
  { name: 'turbo-taesd-fused', taesd: true, fused: true },
]) {
  if (await exists(`${models}/${name}`)) {
    say(`${models}/${name} is there`)
    continue
  }
  await add({
    name,
    licence: 'random weights',
    pipeline: `${exported}/pipeline`,
    clip: `${exported}/clip`,
    ...(taesd && { taesd: `${exported}/taesd` }),
    models,
    link: true,
    // Before it has its name: what does not fuse is no bundle to be measured as one.
    tryOut: async folder => {
      if (fused) for (const line of (await fuseBundle(folder)).left) say(`${name}: not fused: ${line}`)
      await tryOut(folder, { gpu: provider === 'cuda' ? device : null, threads: 1 })
    },
    say: line => say(`${name}: ${line}`),
  }).catch(error => {
    // Plain bundles have to be there; the fused graphs of an exporter's new kind may be missing.
    if (!fused || !(error instanceof BundleError)) throw error
    say(`${name}: ${error.message}`)
  })
}

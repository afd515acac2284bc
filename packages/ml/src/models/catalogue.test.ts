import { expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { filesAt, totalBytes, unpinned } from './catalogue-entry.ts'
import { planPull } from './plan.ts'

test('the catalogue has what a booth may want, each at a commit', () => {
  expect(catalogue.map(({ name }) => name)).toEqual([
    'sd-turbo',
    'sdxl-turbo',
    'taesd',
    'clip-vit-b32',
    'clip-vit-l14',
    'tinyclip',
  ])
  for (const { files } of catalogue) {
    for (const file of files) if ('from' in file) expect(file.from.revision).toMatch(/^[0-9a-f]{40}$/)
    expect(new Set(files.map(({ to }) => to)).size).toBe(files.length)
  }
})

test('what is not fully pinned is known to be so', () => {
  const open = catalogue.filter(({ files }) => unpinned(files).length > 0).map(({ name }) => name)
  expect(open).toEqual(['sd-turbo', 'sdxl-turbo'])
  // The denoiser is most of it, and is pinned in both.
  for (const name of open)
    expect(unpinned(catalogue.find(entry => entry.name === name)?.files ?? []).map(({ to }) => to)).not.toContain(
      'unet/model.onnx',
    )
})

test('models that are not open say so', () => {
  const closed = catalogue.filter(({ licence }) => !licence.open).map(({ name }) => name)
  expect(closed).toEqual(['sd-turbo', 'sdxl-turbo'])
})

test('every pipeline goes with the default CLIP, and SD-Turbo with TAESD', () => {
  const { files } = planPull(catalogue, { name: 'sd-turbo', decoder: 'taesd' })
  expect(files.map(({ to }) => to)).toEqual(
    expect.arrayContaining(['clip/onnx/vision_model.onnx', 'taesd/model.onnx', 'vae_decoder/config.json']),
  )
  expect(totalBytes(files)).toBeGreaterThan(3e9)
  expect(() => planPull(catalogue, { name: 'sdxl-turbo', decoder: 'taesd' })).toThrow(/does not read the latents/)
})

test('a line with a slip is refused', () => {
  const sha256 = '0'.repeat(64)
  expect(filesAt('a/b@c', `${sha256} 12 x/y.json > z.json`)).toEqual([
    { to: 'z.json', from: { repository: 'a/b', revision: 'c', path: 'x/y.json' }, bytes: 12, checksum: sha256 },
  ])
  for (const line of [`${sha256}0 12 x.json`, `${sha256} x.json`, `${sha256.slice(1)} 1 x.json`, ''])
    expect(() => filesAt('a/b@c', line)).toThrow(/Not a line of the catalogue/)
})

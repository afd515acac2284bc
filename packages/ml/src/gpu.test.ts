import { expect, test } from 'vitest'
import { createGpuProbe, parseGpu } from './gpu.ts'

test('reads the first GPU, and nothing into what is none', () => {
  expect(parseGpu('NVIDIA H100 80GB HBM3, 79000\nNVIDIA L4, 22000\n')).toEqual({
    name: 'NVIDIA H100 80GB HBM3',
    memory_free_bytes: 79_000 * 2 ** 20,
  })
  expect(parseGpu('NVIDIA GB10, [N/A]\n')).toBeNull()
  expect(parseGpu('No devices were found\n')).toBeNull()
  expect(parseGpu('')).toBeNull()
})

test('asks nobody on a CPU', async () => {
  expect(await createGpuProbe('cpu')()).toBeNull()
})

import { expect, test } from 'vitest'
import { busIndex, createGpuProbe, parseGpus } from './gpu.ts'

test('reads every GPU, and nothing into what is none', () => {
  expect(parseGpus('0, NVIDIA H100 80GB HBM3, 81559, 2559, 79000\n1, NVIDIA L4, 23034, 1034, 22000\n')).toEqual([
    {
      index: 0,
      name: 'NVIDIA H100 80GB HBM3',
      memory_total_bytes: 81_559 * 2 ** 20,
      memory_used_bytes: 2_559 * 2 ** 20,
      memory_free_bytes: 79_000 * 2 ** 20,
    },
    expect.objectContaining({ index: 1, name: 'NVIDIA L4', memory_free_bytes: 22_000 * 2 ** 20 }),
  ])
  expect(parseGpus('0, NVIDIA GB10, [N/A], [N/A], [N/A]\n')).toEqual([])
  expect(parseGpus('No devices were found\n')).toEqual([])
  expect(parseGpus('')).toEqual([])
})

test('numbers a GPU as nvidia-smi does, whatever CUDA is let to see', () => {
  expect(busIndex(1, undefined)).toBe(1)
  expect(busIndex(1, '')).toBe(1)
  expect(busIndex(1, '2, 3')).toBe(3)
  expect(busIndex(2, '2,3')).toBeNull()
  expect(busIndex(0, 'GPU-8932f937')).toBeNull()
})

test('asks nobody on a CPU', async () => {
  expect(await createGpuProbe('cpu', 0)()).toBeNull()
})

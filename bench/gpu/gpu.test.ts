import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { callers } from './callers.ts'
import { readGpuOptions } from './options.ts'
import { tableOf } from './table.ts'

test('callers wait for their own answers only, and what warms up does not count', async () => {
  const asked: number[] = []
  let open = 0
  let most = 0
  const { p50_ms, p95_ms, per_s } = await callers(3, 4, async id => {
    asked.push(id)
    most = Math.max(most, ++open)
    await new Promise(resolve => setImmediate(resolve))
    open--
  })
  expect(most).toBe(3)
  // Two of each to warm up, then four: no call is the same as another, or pictures would be.
  expect(asked.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 18 }, (_, i) => i))
  expect(p50_ms).toBeLessThanOrEqual(p95_ms)
  expect(per_s).toBeGreaterThan(0)
})

test('what was not measured stands as a dash, and is said', () => {
  const torch = {
    pictures: {
      vae: [{ batch: 1, p50_ms: 10.04, p95_ms: 12, per_s: 99.6 }],
      taesd: [{ batch: 8, p50_ms: 20, p95_ms: 21, per_s: 400 }],
    },
    clip: { float16: [{ batch: 32, p50_ms: 4, p95_ms: 5, per_s: 8000 }] },
    conditions: { device: 'a card', cudnn: null, load_1min: 1.23456 },
  }
  const stages = { vae: { batches: [{ batch: 8, whole_ms: 90, bare_ms: 80, ratio: 1.1 }] } }
  const lines = tableOf({ torch, stages }).split('\n')
  expect(lines).toContain('| VAE: PyTorch in process, no PNG, batch 1 | 10 | 12 | 99.6 |')
  expect(lines).toContain('| VAE: PyTorch in process, no PNG, batch 8 | – | – | – |')
  expect(lines).toContain('| VAE: bare graphs and CLIP, batch 8 | 80 | – | 100 |')
  expect(lines).toContain('| CLIP: PyTorch, float16, batch 32 | 4 | 5 | 8000 |')
  expect(lines).toContain('| TAESD: sidecar over HTTP, one caller, batches off | – | – | – |')
  expect(lines.slice(-3)).toEqual(['ONNX Runtime: not measured.', 'PyTorch: device a card, load_1min 1.23.', ''])
})

test('a part has to know where and on what', () => {
  expect(readGpuOptions(['--work', 'x', '--provider', 'cuda'])).toEqual({
    work: 'x',
    provider: 'cuda',
    device: 0,
    turns: 50,
  })
  expect(() => readGpuOptions(['--work', 'x', '--provider', 'metal'])).toThrow()
})

test('the entry script refuses what it does not know', () => {
  const script = fileURLToPath(new URL('run.sh', import.meta.url))
  for (const wrong of [['nonsense'], ['all', '--color', 'red']])
    expect(() => execFileSync(script, wrong, { stdio: 'pipe' })).toThrow(/--size full\|tiny/)
})

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { fuseDecoder } from '../packages/ml/src/fuse/decoder.ts'
import { noiseSource } from '../packages/ml/src/noise.ts'
import { type Decoder, openDecoder } from '../packages/ml/src/pipeline/decoder.ts'
import { toPixels } from '../packages/ml/src/pipeline/pixels.ts'
import { UsageError } from './bench.ts'
import { median, timed } from './ml/times.ts'

const taesd = fileURLToPath(new URL('../packages/ml/test/fixtures/taesd', import.meta.url))
const fusedFile = 'fused-decoder.onnx'
const turns = 12

/**
 * What a decoder that ends in 8-bit pictures saves over one that ends in float planes, which JavaScript converts: the tiny decoder of
 * the fixtures, or of `--taesd DIR`, in pictures of 512 pixels, both in turn in one run on the CPU. What counts elsewhere is the bytes
 * that leave a GPU, and that no JavaScript holds up the next batch.
 */
export async function run(say: (line: string) => void, args: readonly string[]): Promise<Record<string, unknown>> {
  const { folder, side } = read(args)
  const dir = mkdtempSync(join(tmpdir(), 'dabble-fuse-'))
  try {
    cpSync(folder, join(dir, 'taesd'), { recursive: true })
    writeFileSync(join(dir, fusedFile), await fuseDecoder({ dir, decoder: 'taesd' }))
    const load = loadavg()[0]
    const options = { provider: 'cpu' as const, threads: 1 }
    const plain = await openDecoder(dir, 'taesd', options)
    const measured = await measure(plain, await openDecoder(dir, 'taesd', options, fusedFile), side)
    say(`${measured.unfused_ms} ms unfused, ${measured.fused_ms} ms fused, at ${side} pixels`)
    return { side, turns, ...measured, cores: availableParallelism(), cpu: cpus()[0]?.model.trim(), load_before: load }
  } finally {
    rmSync(dir, { recursive: true })
  }
}

function read(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options: { taesd: { type: 'string' }, size: { type: 'string' } } })
    const side = Number(values.size ?? 512)
    if (!Number.isInteger(side) || side < 64 || side > 2048) throw new UsageError('--size must be 64 to 2048 pixels.')
    return { folder: values.taesd ?? taesd, side }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${(error as Error).message} Use: bench -- fuse [--taesd DIR] [--size 512] [--json]`)
  }
}

async function measure(plain: Decoder, fused: Decoder, side: number) {
  const shape = [4, side / plain.factor, side / plain.factor]
  if (!shape.every(Number.isInteger)) throw new UsageError(`--size must be a multiple of ${plain.factor}.`)
  const latents = noiseSource(1)(shape.reduce((a, b) => a * b))
  const times = { planes: [] as number[], to8Bits: [] as number[], fused: [] as number[] }
  let worst = 0
  for (let turn = -2; turn < turns; turn++) {
    const planes = await timed(() => plain.planes(latents, shape))
    const before = await timed(async () => toPixels(planes.result))
    const after = await timed(() => fused.decode(latents, shape))
    const [a, b] = [before.result[0]?.data ?? [], after.result[0]?.data ?? []]
    for (let i = 0; i < a.length; i++) worst = Math.max(worst, Math.abs((a[i] as number) - (b[i] ?? Infinity)))
    // The first turns warm up.
    if (turn < 0) continue
    times.planes.push(planes.ms)
    times.to8Bits.push(before.ms)
    times.fused.push(after.ms)
  }
  const [planes, to8Bits, whole] = [times.planes, times.to8Bits, times.fused].map(median) as [number, number, number]
  const values = 3 * side * side
  const ms = (value: number) => Math.round(value * 10) / 10
  return {
    unfused_ms: ms(planes + to8Bits),
    unfused_graph_ms: ms(planes),
    unfused_to_8_bits_ms: ms(to8Bits),
    fused_ms: ms(whole),
    ratio: Math.round((whole / (planes + to8Bits)) * 100) / 100,
    unfused_bytes: 4 * values,
    fused_bytes: values,
    worst_levels_off: worst,
  }
}

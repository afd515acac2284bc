import { execFile } from 'node:child_process'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { promisify } from 'node:util'
import { findRuntime } from '../../packages/ml/src/cuda/machine.ts'

const query = ['name', 'driver_version', 'memory.total', 'clocks.sm', 'clocks.max.sm', 'clocks.mem', 'power.limit']

/** What a figure depends on besides our code; the card's part as nvidia-smi tells it, absent where it does not. */
export async function conditions(device: number) {
  return {
    gpu: await gpuConditions(device),
    onnxruntime: findRuntime().version,
    node: process.version,
    cpu: cpus()[0]?.model.trim(),
    cores: availableParallelism(),
    memory_gb: Math.round(totalmem() / 1e9),
    load_1min: loadavg()[0],
    platform: `${process.platform} ${process.arch}`,
  }
}

async function gpuConditions(device: number) {
  const args = [`--id=${device}`, `--query-gpu=${query.join(',')}`, '--format=csv,noheader']
  const answer = await promisify(execFile)('nvidia-smi', args, { timeout: 5_000 }).catch(() => null)
  const values = answer?.stdout.trim().split(/\s*,\s*/)
  return values ? Object.fromEntries(query.map((name, i) => [name, values[i]])) : null
}

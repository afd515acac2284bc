import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Memory as nvidia-smi counts it: everybody's, not only ours. */
export type Gpu = {
  /** As nvidia-smi counts: by PCI bus. */
  index: number
  name: string
  memory_total_bytes: number
  memory_used_bytes: number
  memory_free_bytes: number
}

const run = promisify(execFile)
const query = ['--query-gpu=index,name,memory.total,memory.used,memory.free', '--format=csv,noheader,nounits']
const freshMs = 5_000

/** The GPUs as nvidia-smi lists them, in MiB; a line that is none, or whose memory is not told, is left out. */
export function parseGpus(text: string): Gpu[] {
  return [...text.matchAll(/^\s*(\d+)\s*,\s*(.+?)\s*,\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*$/gm)].map(
    ([, index, name, total, used, free]) => ({
      index: Number(index),
      name: name as string,
      memory_total_bytes: Number(total) * 2 ** 20,
      memory_used_bytes: Number(used) * 2 ** 20,
      memory_free_bytes: Number(free) * 2 ** 20,
    }),
  )
}

/**
 * nvidia-smi's number of CUDA's device: CUDA counts only what CUDA_VISIBLE_DEVICES lets it see. Null where that names no number
 * (it may be a UUID).
 */
export function busIndex(device: number, visible: string | undefined): number | null {
  if (!visible) return device
  const name = visible.split(',')[device]?.trim()
  return name && /^\d+$/.test(name) ? Number(name) : null
}

export async function listGpus(): Promise<Gpu[]> {
  return run('nvidia-smi', query, { timeout: 2_000 }).then(
    ({ stdout }) => parseGpus(stdout),
    () => [],
  )
}

/** Asks at most every five seconds; null on the CPU, and where no nvidia-smi tells (containers often lack it). */
export function createGpuProbe(provider: 'cpu' | 'cuda', device: number): () => Promise<Gpu | null> {
  let asked = Number.NEGATIVE_INFINITY
  let answer: Promise<Gpu | null> = Promise.resolve(null)
  return () => {
    if (provider === 'cuda' && performance.now() - asked > freshMs) {
      asked = performance.now()
      const index = busIndex(device, process.env.CUDA_VISIBLE_DEVICES)
      answer = listGpus().then(gpus => gpus.find(gpu => gpu.index === index) ?? null)
    }
    return answer
  }
}

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export type Gpu = { name: string; memory_free_bytes: number }

const run = promisify(execFile)
const query = ['--query-gpu=name,memory.free', '--format=csv,noheader,nounits']
const freshMs = 5_000

/** The first GPU as nvidia-smi tells it: a name and MiB; null for anything else. */
export function parseGpu(text: string): Gpu | null {
  const [, name, mebibytes] = /^\s*(.+?)\s*,\s*(\d+)\s*$/m.exec(text) ?? []
  return name ? { name, memory_free_bytes: Number(mebibytes) * 2 ** 20 } : null
}

/** Asks at most every five seconds; null on the CPU, and where no nvidia-smi tells (containers often lack it). */
export function createGpuProbe(provider: 'cpu' | 'cuda'): () => Promise<Gpu | null> {
  let asked = Number.NEGATIVE_INFINITY
  let answer: Promise<Gpu | null> = Promise.resolve(null)
  return () => {
    if (provider === 'cuda' && performance.now() - asked > freshMs) {
      asked = performance.now()
      answer = run('nvidia-smi', query, { timeout: 2_000 }).then(
        ({ stdout }) => parseGpu(stdout),
        () => null,
      )
    }
    return answer
  }
}

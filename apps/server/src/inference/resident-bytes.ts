import { readFile } from 'node:fs/promises'

/** Memory that a process holds, where the system tells (Linux); null elsewhere. */
export async function residentBytes(pid: number | undefined): Promise<number | null> {
  const status = pid ? await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '') : ''
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  return kibibytes ? Number(kibibytes) * 1024 : null
}

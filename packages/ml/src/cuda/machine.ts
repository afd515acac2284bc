import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { openedLater, providerLibrary } from './libraries.ts'
import { missingLibraries, say } from './loader.ts'

/** What CUDA depends on here. */
export interface CudaMachine {
  /** As Node names it: linux-x64. */
  platform: string
  /** Of the installed onnxruntime-node. */
  runtimeVersion: string
  /** Whether the provider lies beside libonnxruntime.so.1. */
  linked: boolean
  /** Libraries that the loader does not find; empty while nothing is linked. */
  missing: readonly string[]
  /** Like 580.82.07; null where no nvidia-smi tells. */
  driver: string | null
}

/** Folder of the installed libonnxruntime.so.1, and the version of its package. */
export function findRuntime(): { folder: string; version: string } {
  // The main file is dist/index.js.
  const root = join(dirname(createRequire(import.meta.url).resolve('onnxruntime-node')), '..')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { folder: join(root, 'bin/napi-v6', process.platform, process.arch), version }
}

export function parseDriver(nvidiaSmi: string): string | null {
  return /^\s*(\d+(?:\.\d+)+)\s*$/m.exec(nvidiaSmi)?.[1] ?? null
}

export function lookAtMachine(): CudaMachine {
  const { folder, version } = findRuntime()
  const provider = join(folder, providerLibrary)
  const linked = existsSync(provider)
  return {
    platform: `${process.platform}-${process.arch}`,
    runtimeVersion: version,
    linked,
    missing: linked ? missingLibraries(provider, openedLater) : [],
    driver: parseDriver(say('nvidia-smi', ['--query-gpu=driver_version', '--format=csv,noheader'])),
  }
}

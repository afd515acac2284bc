import { freeSpace } from '../free-space.ts'
import { CudaError } from './cuda-error.ts'
import { damagedIn, fetchProvider } from './fetch-provider.ts'
import { cudaPackage } from './libraries.ts'
import { linkProvider } from './link-provider.ts'
import { findRuntime, lookAtMachine } from './machine.ts'
import { troublesOf } from './troubles.ts'
import { tryCuda } from './try-cuda.ts'

export interface CudaInstallation {
  /** Absolute; where the libraries are kept, outside node_modules. */
  folder: string
  device: number
  say(line: string): void
}

/**
 * From nothing to a GPU that has run a graph: fetches, checks and links the provider, looks at driver and libraries, tries.
 * Returns what is still to be done, a line each; none when it works. Throws CudaError.
 */
export async function installCuda({ folder, device, say }: CudaInstallation): Promise<string[]> {
  const before = lookAtMachine()
  const hopeless = troublesOf({ ...before, linked: true, missing: [], driver: null })
  if (hopeless.length > 0) return hopeless
  if ((await damagedIn(folder)).length > 0) await checkSpace(folder)
  await fetchProvider(folder, say)
  const runtime = findRuntime()
  await linkProvider(folder, runtime.folder)
  say(`The CUDA libraries of ONNX Runtime ${cudaPackage.runtime} are linked in ${runtime.folder}`)
  return remaining(device)
}

/** A GPU that computes settles everything: not every library that can be missing is needed by everybody. */
async function remaining(device: number): Promise<string[]> {
  const refusal = await tryCuda(device)
  if (!refusal) return []
  const troubles = troublesOf(lookAtMachine())
  return troubles.some(trouble => refusal.includes(trouble)) ? troubles : [...troubles, refusal]
}

async function checkSpace(folder: string) {
  const { packed, unpacked } = cudaPackage.bytes
  const [free, needed] = [await freeSpace(folder), packed + unpacked]
  if (free < needed)
    throw new CudaError(
      `The CUDA libraries need ${megabytes(needed)}, but ${folder} has ${megabytes(free)}. Free some disk space.`,
    )
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`

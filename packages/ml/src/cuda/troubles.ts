import { broughtBy, cudaPackage, driverLibrary, leastDriver } from './libraries.ts'
import type { CudaMachine } from './machine.ts'

/** What stands in the way of CUDA on this machine before anything is opened: one line each, what to do first comes first. */
export function troublesOf({ platform, runtimeVersion, linked, missing, driver }: CudaMachine): string[] {
  if (platform !== 'linux-x64')
    return [`CUDA runs on Linux on x86-64 only; this is ${platform}. Use the provider cpu here.`]
  const troubles: string[] = []
  if (runtimeVersion !== cudaPackage.runtime)
    troubles.push(
      `onnxruntime-node is ${runtimeVersion}, but the CUDA libraries are of ${cudaPackage.runtime}. Reinstall the dependencies of this Dabble: npx -y pnpm@12.21.0 install`,
    )
  if (!linked) troubles.push('The CUDA libraries of ONNX Runtime are not linked. Run: npm run dabble -- models cuda')
  if (missing.includes(driverLibrary))
    troubles.push(
      `There is no NVIDIA driver (${driverLibrary} is missing). Install driver ${leastDriver} or newer and restart the machine; a container needs the NVIDIA Container Toolkit and --gpus all.`,
    )
  else if (driver && Number.parseInt(driver, 10) < leastDriver) troubles.push(tooOld(`The NVIDIA driver is ${driver}`))
  const libraries = missing.filter(name => name !== driverLibrary)
  if (libraries.length > 0) troubles.push(missingLine(libraries))
  return troubles
}

export const tooOld = (what: string) =>
  `${what}; CUDA 13 needs ${leastDriver} or newer. Install a newer driver and restart the machine.`

/** Exact packages for what is missing. */
function missingLine(libraries: readonly string[]): string {
  const known = libraries.filter(name => name in broughtBy)
  const packages = (from: 'pip' | 'apt') => [...new Set(known.map(name => broughtBy[name]?.[from]))].join(' ')
  const what = `Missing: ${libraries.join(', ')}.`
  if (known.length === 0) return `${what} Install the packages that bring them.`
  return (
    `${what} Install them with NVIDIA's apt repository (sudo apt install ${packages('apt')}), ` +
    `or with pip install ${packages('pip')} and LD_LIBRARY_PATH=<site-packages>/nvidia/cu13/lib:<site-packages>/nvidia/cudnn/lib`
  )
}

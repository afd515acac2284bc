import { lstat, readlink, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { CudaError } from './cuda-error.ts'
import { providerLibraries } from './libraries.ts'

/**
 * Links the libraries of `from` (absolute) beside libonnxruntime.so.1, where ONNX Runtime looks for them. Links and not copies:
 * a package manager that rebuilds node_modules throws them away, and making them again costs nothing. Throws CudaError.
 */
export async function linkProvider(from: string, runtimeFolder: string): Promise<void> {
  for (const name of Object.keys(providerLibraries)) {
    const [target, link] = [join(from, name), join(runtimeFolder, name)]
    if ((await readlink(link).catch(() => null)) === target) continue
    // Somebody's own library stays what it is; a link of an older Dabble goes.
    const there = await lstat(link).catch(() => null)
    if (there && !there.isSymbolicLink())
      throw new CudaError(`${link} is there already and is not a link. Move it away, then try again.`)
    if (there) await rm(link)
    await symlink(target, link).catch(error => {
      throw new CudaError(`${link} cannot be made (${error.code}). Run this as the owner of the folder.`)
    })
  }
}

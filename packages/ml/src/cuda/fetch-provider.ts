import { execFile } from 'node:child_process'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { hashOfFile } from '../checksum.ts'
import { CudaError } from './cuda-error.ts'
import { cudaPackage, providerLibraries } from './libraries.ts'

const run = promisify(execFile)
const names = Object.keys(providerLibraries)

/** Which of the provider's libraries are missing or damaged in a folder. */
export async function damagedIn(folder: string): Promise<string[]> {
  const hashes = await Promise.all(names.map(name => hashOfFile(join(folder, name), 'sha256').catch(() => null)))
  return names.filter((name, i) => hashes[i] !== providerLibraries[name])
}

/**
 * Brings the provider's libraries into `folder`, unless they are there: npm fetches the package (from whatever registry it is
 * configured with), and the tarball and every library are compared with the pinned checksums before anything gets its name.
 * Throws CudaError.
 */
export async function fetchProvider(folder: string, say: (line: string) => void): Promise<void> {
  if ((await damagedIn(folder)).length === 0) return
  const { name, version, integrity, folder: inside, bytes } = cudaPackage
  await mkdir(dirname(folder), { recursive: true })
  // Of one that was killed: 400 MB that nobody would find.
  const work = `${folder}.part`
  await rm(work, { recursive: true, force: true })
  await mkdir(work)
  try {
    say(`Fetching ${name}@${version} (${Math.round(bytes.packed / 1e6)} MB) with npm`)
    const { stdout } = await run(
      'npm',
      ['pack', `${name}@${version}`, '--loglevel=error', '--pack-destination', work],
      {
        cwd: work,
      },
    ).catch(error => {
      throw new CudaError(
        `npm could not fetch ${name}@${version} (${reasonOf(error)}). Check the network and npm config get registry, then try again.`,
      )
    })
    const tarball = join(work, stdout.trim().split('\n').at(-1) as string)
    if (`sha512-${await hashOfFile(tarball, 'sha512', 'base64')}` !== integrity)
      throw new CudaError(
        `${name}@${version} is not the package that was pinned: the registry served something else. Use another registry.`,
      )
    const wanted = names.map(file => `${inside}/${file}`)
    await run('tar', ['-xzf', tarball, '--no-same-owner', '-C', work, ...wanted]).catch(error => {
      throw new CudaError(
        `tar could not unpack ${name}@${version} in ${work} (${lastLine(error)}). Install tar and free some disk space, then try again.`,
      )
    })
    const damaged = await damagedIn(join(work, inside))
    if (damaged.length > 0)
      throw new CudaError(`${damaged.join(', ')} did not unpack whole. Free some disk space, then try again.`)
    await rm(folder, { recursive: true, force: true })
    await rename(join(work, inside), folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

const reasonOf = (error: unknown) => {
  const { code, stderr } = error as { code?: unknown; stderr?: string }
  return /npm (?:error|ERR!) code (\S+)/.exec(stderr ?? '')?.[1] ?? `exit ${code}`
}

const lastLine = (error: { code?: unknown; stderr?: string }) =>
  error.stderr?.trim().split('\n').at(-1) || `exit ${error.code}`

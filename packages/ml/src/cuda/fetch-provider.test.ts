import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test, vi } from 'vitest'
import { CudaError } from './cuda-error.ts'
import { fetchProvider } from './fetch-provider.ts'
import { cudaPackage } from './libraries.ts'

/** The real npm against a registry that has something else under the package's name, or nothing. */
async function fetchFrom(tarball: Buffer | null): Promise<CudaError> {
  const { name, version } = cudaPackage
  const registry = createServer((request, response) => {
    if (!tarball) return response.writeHead(404).end('{}')
    if (request.url?.endsWith('.tgz')) return response.end(tarball)
    const dist = { tarball: `http://${request.headers.host}/package.tgz` }
    const manifest = { name, version, dist }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions: { [version]: manifest } }))
  })
  await new Promise<void>(resolve => registry.listen(0, '127.0.0.1', resolve))
  const folder = await mkdtemp(join(tmpdir(), 'dabble-provider-'))
  // What one that was killed has left goes with this one's.
  await mkdir(join(folder, 'cuda.part'))
  vi.stubEnv('npm_config_registry', `http://127.0.0.1:${(registry.address() as AddressInfo).port}`)
  vi.stubEnv('npm_config_cache', join(folder, 'cache'))
  vi.stubEnv('npm_config_fetch_retries', '0')
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    registry.close()
    await rm(folder, { recursive: true })
  })
  const error = await fetchProvider(join(folder, 'cuda'), () => {}).catch(error => error)
  expect(await readdir(folder)).toEqual(['cache'])
  expect(error).toBeInstanceOf(CudaError)
  return error
}

test('another package under the same name is not used', async () => {
  const { message } = await fetchFrom(gzipSync(Buffer.alloc(1_024)))
  expect(message).toMatch(/is not the package that was pinned: the registry served something else/)
})

test('a registry that does not have it', async () => {
  const { message } = await fetchFrom(null)
  expect(message).toMatch(
    /^npm could not fetch com\.github\.asus4.*@0\.4\.9 \(E404\)\. Check the network and npm config get registry/,
  )
})

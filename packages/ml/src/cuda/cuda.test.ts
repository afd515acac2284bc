import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { diagnoseCuda } from './diagnose.ts'
import { isCudaError } from './explain.ts'
import { damagedIn } from './fetch-provider.ts'
import { linkProvider } from './link-provider.ts'
import { cachedLibraries, missingIn } from './loader.ts'
import { type CudaMachine, findRuntime, parseDriver } from './machine.ts'
import { troublesOf } from './troubles.ts'
import { tryCuda } from './try-cuda.ts'

/** What programs and ONNX Runtime really said, word for word: see its README. */
const said = (name: string) => readFileSync(new URL(`../../test/cuda/${name}.txt`, import.meta.url), 'utf8')

const ready: CudaMachine = {
  platform: 'linux-x64',
  runtimeVersion: '1.29.0',
  linked: true,
  missing: [],
  driver: '580.82.07',
}
const notLoaded = new Error(said('error-not-loaded'))
const diagnosed = (machine: Partial<CudaMachine>, error: unknown = notLoaded) =>
  diagnoseCuda(error, () => ({ ...ready, ...machine }))

test('what the loader says is read', () => {
  expect(missingIn(said('ldd-bare'))).toEqual([
    'libcublasLt.so.13',
    'libcublas.so.13',
    'libcurand.so.10',
    'libcudart.so.13',
    'libcuda.so.1',
  ])
  expect(missingIn(said('ldd-no-driver'))).toEqual(['libcuda.so.1'])
  const cached = cachedLibraries(
    "12 libs found in cache `/etc/ld.so.cache'\n\tlibcudnn.so.9 (libc6,x86-64) => /lib/libcudnn.so.9\n",
  )
  expect([...cached]).toEqual(['libcudnn.so.9'])
})

test('the driver is read, and nothing into what is none', () => {
  expect(parseDriver('580.82.07\n580.82.07\n')).toBe('580.82.07')
  expect(parseDriver('No devices were found\n')).toBeNull()
  expect(parseDriver("NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. 1.2\n")).toBeNull()
  expect(parseDriver('')).toBeNull()
})

test('a machine where nothing is wrong has no troubles, and is told what ONNX Runtime says', () => {
  expect(troublesOf(ready)).toEqual([])
  expect(diagnosed({}, new Error('something\n  new'))).toMatch(/^CUDA does not work here: something new For more/)
})

describe('one line that says what to do', () => {
  test.each([
    ['another platform', { platform: 'darwin-arm64' }, /Linux on x86-64 only; this is darwin-arm64/],
    ['another ONNX Runtime', { runtimeVersion: '1.30.0' }, /onnxruntime-node is 1\.30\.0.*of 1\.29\.0\. Reinstall/],
    ['nothing linked', { linked: false, driver: null }, /not linked\. Run: npm run dabble -- models cuda/],
    ['no driver', { missing: ['libcuda.so.1'], driver: null }, /no NVIDIA driver.*Install driver 580 or newer/],
    ['an old driver', { driver: '535.183.01' }, /driver is 535\.183\.01; CUDA 13 needs 580/],
    ['no cuBLAS', { missing: ['libcublas.so.13'] }, /apt install libcublas-13-0\), or with pip install nvidia-cublas /],
    ['no cuDNN', { missing: ['libcudnn.so.9'] }, /libcudnn9-cuda-13.*nvidia-cudnn-cu13/],
  ] satisfies [string, Partial<CudaMachine>, RegExp][])('%s', (_, machine, line) => {
    expect(diagnosed(machine)).toMatch(line)
    expect(diagnosed(machine)).not.toContain('\n')
  })

  test.each([
    ['an old driver', said('error-35'), /driver is too old; CUDA 13 needs 580/],
    ['no GPU', said('error-100'), /finds no NVIDIA GPU/],
    ['a GPU number that is not there', 'CUDA failure 101: invalid device ordinal ; GPU=7', /DABBLE_ML_DEVICE/],
    ['out of memory', 'CUDA failure 2: out of memory ; GPU=0 ; hostname=x', /GPU is out of memory/],
    [
      'out of memory, by the arena',
      'Failed to allocate memory for requested buffer of size 10485760000',
      /GPU is out of memory/,
    ],
  ])('%s, by its error', (_, error, line) => {
    // The machine is not asked: the error says it all.
    expect(diagnoseCuda(new Error(error), () => expect.unreachable())).toMatch(line)
  })

  test('packages are named once, and what else is wrong is counted', () => {
    const missing = missingIn(said('ldd-bare'))
    const lines = troublesOf({ ...ready, missing, driver: null })
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('sudo apt install libcublas-13-0 libcurand-13-0 cuda-cudart-13-0)')
    expect(diagnosed({ missing, driver: null })).toMatch(/no NVIDIA driver.*\(1 more: /)
  })
})

test('a graph that opens nowhere is not blamed on CUDA', () => {
  expect(['error-35', 'error-100', 'error-not-loaded'].every(name => isCudaError(said(name)))).toBe(true)
  expect(isCudaError('Load model from unet/model.onnx failed: Protobuf parsing failed.')).toBe(false)
})

test('the version that the libraries pair with is the one that is installed', () => {
  const { folder, version } = findRuntime()
  expect(troublesOf({ ...ready, runtimeVersion: version })).toEqual([])
  expect(folder).toMatch(/bin\/napi-v6\/linux\/(x64|arm64)$/)
})

test('links are made, made again and made anew; what is no link is left alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dabble-cuda-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const runtime = join(folder, 'runtime')
  await mkdir(runtime)
  const cuda = join(runtime, 'libonnxruntime_providers_cuda.so')
  await symlink('/somewhere/older', cuda)
  await linkProvider(folder, runtime)
  await linkProvider(folder, runtime)
  expect(await readlink(cuda)).toBe(join(folder, 'libonnxruntime_providers_cuda.so'))

  await rm(cuda)
  await writeFile(cuda, 'own')
  await expect(linkProvider(folder, runtime)).rejects.toThrow(/is there already and is not a link/)
})

test('a damaged library is found', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dabble-cuda-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'libonnxruntime_providers_shared.so'), 'cut off')
  expect(await damagedIn(folder)).toEqual(['libonnxruntime_providers_cuda.so', 'libonnxruntime_providers_shared.so'])
})

test.skipIf(existsSync('/dev/nvidiactl'))('trying it without a GPU ends with the reason, in one line', async () => {
  const refusal = await tryCuda(0)
  expect(refusal).toMatch(
    /^CUDA does not work here: (The CUDA libraries.*not linked|There is no NVIDIA driver|Missing: )/,
  )
  expect(refusal).not.toContain('\n')
})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, test } from 'vitest'
import { pocketDir } from '../src/bundle/index.ts'
import { InferenceUnavailable } from '../src/client/index.ts'
import { environment, exitCode, sidecarPath, startSidecar } from './support/sidecar.ts'

const children: ChildProcess[] = []
const mine = <C extends ChildProcess>(child: C): C => {
  children.push(child)
  return child
}
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

const firstLine = async (child: ChildProcess) => {
  const [line] = await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line')
  return JSON.parse(line as string)
}
const elapsed = async (promise: Promise<unknown>) => {
  const start = performance.now()
  await promise
  return performance.now() - start
}

describe('parent death', () => {
  // Whoever forks gets stdio 2 of ours, so that it closes when both are gone.
  const parents = {
    'IPC channel': `fork(path, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }).on('message', ready)`,
    'stdin pipe': `spawn(process.execPath, [path], { stdio: ['pipe', 'pipe', 'inherit'] }).stdout.once('data', ready)`,
  }
  test.each(Object.entries(parents))('the sidecar ends within a second: %s', async (_name, start) => {
    const dir = mkdtempSync(join(tmpdir(), 'dabble-parent-'))
    const script = join(dir, 'parent.mjs')
    const setting = `const path = ${JSON.stringify(sidecarPath)}, ready = () => console.log('{}')`
    writeFileSync(script, `import { fork, spawn } from 'node:child_process'\n${setting}\n${start}`)
    const parent = mine(spawn(process.execPath, [script], { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] }))
    const ending = once(parent.stderr.resume(), 'close')
    await firstLine(parent)
    parent.kill('SIGKILL')
    expect(await elapsed(ending)).toBeLessThan(1000)
    rmSync(dir, { recursive: true })
  })

  test('also while it draws', async () => {
    const { child, client } = await startSidecar()
    mine(child)
    const picture = client.generate({ prompt: 'a duck', seed: 1 }).catch(error => error)
    child.disconnect()
    expect(await elapsed(exitCode(child))).toBeLessThan(1000)
    expect(await picture).toBeInstanceOf(InferenceUnavailable)
  })
})

describe('SIGTERM', () => {
  test('what is being drawn is finished, and the exit is clean', async () => {
    const { child, client } = await startSidecar()
    mine(child)
    const partial = Promise.withResolvers<void>()
    const picture = client.generate({ prompt: 'a duck', seed: 1, partialImages: 1, onPartial: () => partial.resolve() })
    await partial.promise
    child.kill('SIGTERM')
    expect((await picture).png.length).toBeGreaterThan(1000)
    expect(await exitCode(child)).toBe(0)
  })

  test('what takes too long is dropped after two seconds at most', async () => {
    const { child, client } = await startSidecar()
    mine(child)
    const partial = Promise.withResolvers<void>()
    const onPartial = () => partial.resolve()
    const pictures = Array.from({ length: 20 }, (_, seed) =>
      client.generate({ prompt: 'a duck', seed, partialImages: 1, onPartial }).catch(error => error),
    )
    await partial.promise
    child.kill('SIGTERM')
    expect(await elapsed(exitCode(child))).toBeLessThan(2000)
    expect(child.exitCode).toBe(0)
    expect((await Promise.all(pictures)).at(-1)).toBeInstanceOf(InferenceUnavailable)
  })
})

describe('what can never work ends in one line and exit code 78', () => {
  async function refusal(settings: Record<string, string>) {
    const child = mine(
      spawn(process.execPath, [sidecarPath], { env: environment(settings), stdio: ['ignore', 'pipe', 'pipe'] }),
    )
    let stderr = ''
    child.stderr.on('data', chunk => {
      stderr += chunk
    })
    expect(await exitCode(child)).toBe(78)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    return stderr
  }

  test('no token', async () => {
    expect(await refusal({ DABBLE_ML_TOKEN: '' })).toMatch(/DABBLE_ML_TOKEN/)
  })
  test('a bundle without its denoiser', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'dabble-sidecar-'))
    cpSync(pocketDir, dir, { recursive: true })
    rmSync(join(dir, 'unet/model.onnx'))
    expect(await refusal({ DABBLE_ML_BUNDLE: dir })).toMatch(/unet\/model\.onnx is missing/)
    rmSync(dir, { recursive: true })
  })
  test('no such bundle', async () => {
    expect(await refusal({ DABBLE_ML_BUNDLE: '/nonexistent' })).toMatch(/bundle\.json is missing/)
  })
  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    expect(await refusal({ DABBLE_ML_PORT: String(port) })).toMatch(/DABBLE_ML_PORT \d+: cannot listen/)
    other.close()
  })
  test.skipIf(existsSync('/dev/nvidiactl'))('CUDA where there is none', async () => {
    expect(await refusal({ DABBLE_ML_PROVIDER: 'cuda' })).toMatch(/^CUDA does not work here: /)
  })
})

test('started by hand it prints where it listens', async () => {
  const child = mine(
    spawn(process.execPath, [sidecarPath], { env: environment(), stdio: ['ignore', 'pipe', 'inherit'] }),
  )
  const { type, port } = await firstLine(child)
  expect(type).toBe('ready')
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
})

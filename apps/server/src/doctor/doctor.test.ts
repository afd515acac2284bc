import { once } from 'node:events'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pocketDir } from '@dabble/ml/bundle'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../game/testing/fixture.ts'
import { checkBundle } from './bundle.ts'
import { checkClock, judgeClock } from './clock.ts'
import { checkDisk, judgeSpace } from './disk.ts'
import { judgeGpus } from './gpu.ts'
import { judgeInference } from './inference.ts'
import { type Answer, judgeAddress, whereLeads } from './leads-here.ts'
import { judgePort, portUse } from './port.ts'
import { judgeSleep } from './sleep.ts'
import { checkTls, judgeCertificate } from './tls.ts'

const gigabyte = 2 ** 30
const day = 86_400_000
const now = Date.UTC(2026, 10, 24)
const level = ({ level }: { level: string }) => level

describe('disk', () => {
  it('counts what is free', () => {
    expect([50, 5, 0.5].map(free => level(judgeSpace(free * gigabyte, '/data')))).toEqual(['ok', 'warning', 'problem'])
  })
  it('is looked at where the folder will be', async () => {
    const { level, text } = await checkDisk(join(temporaryFolder(), 'not', 'there', 'yet'))
    expect(level).not.toBe('problem')
    expect(text).toMatch(/GB free for .*not\/there\/yet/)
  })
})

describe('clock', () => {
  it.each([
    [{ now, file: now, network: null }, 'ok'],
    [{ now, file: now + 1_900, network: now - 4_000 }, 'ok'],
    [{ now, file: now - 3_000, network: null }, 'warning'],
    [{ now, file: now, network: now + 6_000 }, 'problem'],
    [{ now: 0, file: 0, network: null }, 'problem'],
  ])('%o', (clocks, expected) => expect(level(judgeClock(clocks))).toBe(expected))
  it('is compared with a file', async () => expect(level(await checkClock(temporaryFolder(), null))).toBe('ok'))
})

it.each([
  [{ target: 'masked', onMains: "'suspend'", afterSeconds: 'uint32 900' }, 'ok'],
  [{ target: 'static', onMains: "'nothing'", afterSeconds: 'uint32 900' }, 'ok'],
  [{ target: 'static', onMains: "'suspend'", afterSeconds: 'uint32 0' }, 'ok'],
  [{ target: 'static', onMains: "'suspend'", afterSeconds: 'uint32 900' }, 'warning'],
  [{ target: 'static', onMains: null, afterSeconds: null }, 'ok'],
  [{ target: null, onMains: null, afterSeconds: null }, 'warning'],
])('sleep: %o is %s', (settings, expected) => expect(level(judgeSleep(settings))).toBe(expected))

it('tells whose the port is', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  expect(await portUse('127.0.0.1', port, true)).toBe('this-game')
  expect(await portUse('127.0.0.1', port, false)).toBe('other')
  other.close()
  await once(other, 'close')
  expect(await portUse('127.0.0.1', port, false)).toBe('free')
  const uses = ['this-game', 'free', 'other', 'forbidden'] as const
  expect(uses.map(use => level(judgePort(80, use)))).toEqual(['ok', 'warning', 'problem', 'problem'])
})

it('finds a damaged bundle', async () => {
  expect(level(await checkBundle(pocketDir))).toBe('ok')
  const folder = temporaryFolder()
  cpSync(pocketDir, folder, { recursive: true })
  writeFileSync(join(folder, 'vae_decoder/model.onnx'), 'rot')
  expect(await checkBundle(folder)).toMatchObject({ level: 'problem', text: expect.stringContaining('vae_decoder') })
})

it('says that a bundle was never calibrated', async () => {
  const folder = temporaryFolder()
  cpSync(pocketDir, folder, { recursive: true })
  const path = join(folder, 'bundle.json')
  const { calibration, ...rest } = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, JSON.stringify({ ...rest, calibration: { knots: calibration.knots } }))
  expect(await checkBundle(folder)).toMatchObject({ level: 'warning', text: expect.stringContaining('-- calibrate') })
})

it('knows the GPUs that are to be used, and those that lie idle', () => {
  const gpu = (index: number) => ({
    index,
    name: 'H100',
    memory_total_bytes: 80 * gigabyte,
    memory_used_bytes: 2 * gigabyte,
    memory_free_bytes: 78 * gigabyte,
  })
  const remote = { urls: ['http://x'], authorization: null, apiKey: null, model: null, parallel: null }
  expect(judgeGpus({ gpus: [], inference: null }, [])).toBeNull()
  expect(judgeGpus({ gpus: [], inference: remote }, [gpu(0)])).toBeNull()
  expect(judgeGpus({ gpus: [], inference: null }, [gpu(0)])).toMatchObject({
    level: 'warning',
    text: expect.stringContaining('models cuda, then set GPUS=0'),
  })
  expect(judgeGpus({ gpus: [1], inference: null }, [gpu(0), gpu(1)])).toEqual({
    level: 'ok',
    text: '1: H100, 2.0 GB of 80.0 GB used',
  })
  expect(judgeGpus({ gpus: [0, 2], inference: null }, [gpu(0), gpu(1)])).toEqual({
    level: 'problem',
    text: 'GPUS has 2, but there are only: 0 (H100), 1 (H100).',
  })
  expect(judgeGpus({ gpus: [0], inference: null }, [])?.level).toBe('warning')
})

it('judges who draws by time and promises', () => {
  const capabilities = { seed: true, partial_images: 3, embeddings: true, batch: 1, embedding_batch: 1 }
  const gpu = { name: 'H100', memory_free_bytes: 70 * gigabyte }
  const model = { id: 'pocket', capabilities, device: { provider: 'cuda', gpu } }
  expect(judgeInference(model, 480)).toEqual({
    level: 'ok',
    text: 'pocket drew a picture in 0.5 s on cuda (H100, 70.0 GB free)',
  })
  expect(level(judgeInference(model, 20_000))).toBe('warning')
  expect(level(judgeInference({ id: 'foreign' }, 500))).toBe('warning')
})

describe('TLS', () => {
  it.each([
    [{ refusal: null, validTo: now + 90 * day }, 'ok'],
    [{ refusal: null, validTo: now + 13 * day }, 'warning'],
    [{ refusal: null, validTo: now - day }, 'problem'],
    [{ refusal: 'SELF_SIGNED_CERT', validTo: now + 90 * day }, 'problem'],
  ])('%o is %s', (certificate, expected) => expect(level(judgeCertificate(certificate, now))).toBe(expected))
  it('is missed without https, and where nobody answers', async () => {
    expect(level(await checkTls(null))).toBe('warning')
    expect(level(await checkTls('http://192.168.0.5:3000'))).toBe('warning')
    expect(level(await checkTls('https://127.0.0.1:1'))).toBe('problem')
  })
})

it('says of every answer where the address leads', async () => {
  const levels = (isPublic: boolean) =>
    (['here', 'another-game', 'refused', 'elsewhere', 'nowhere'] satisfies Answer['where'][]).map(where =>
      level(judgeAddress('https://x', where, isPublic)),
    )
  expect(levels(true)).toEqual(['ok', 'problem', 'problem', 'problem', 'problem'])
  expect(levels(false)[0]).toBe('warning')
  expect(await whereLeads('http://127.0.0.1:1', null)).toEqual({ where: 'nowhere', date: null })
})

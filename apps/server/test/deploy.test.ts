import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { createInferenceClient } from '@dabble/ml/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { temporaryFolder } from './harness.ts'
import { freePort } from './server-process.ts'

const root = resolve(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const dockerfiles = ['inference', 'inference-cuda', 'game'].map(name => `deploy/${name}.Dockerfile`)

/** The instructions of a Dockerfile, continued lines joined. */
const instructions = (path: string): [name: string, rest: string][] =>
  read(path)
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter(line => line.trim())
    .map(line => [line.trim().split(' ', 1)[0] as string, line.trim().replace(/^\S+ /, '')])
const of = (path: string, name: string) => instructions(path).filter(([is]) => is === name)

describe('the Dockerfiles', () => {
  it.each(dockerfiles)('%s copies what there is, as no superuser, and starts a file that there is', path => {
    for (const [, copied] of of(path, 'COPY').filter(([, rest]) => !rest.startsWith('--from='))) {
      for (const source of copied.split(' ').slice(0, -1)) expect(existsSync(join(root, source)), source).toBe(true)
    }
    expect(of(path, 'USER')).toHaveLength(1)
    const [[, command] = ['', '']] = of(path, 'CMD')
    const file = (JSON.parse(command) as string[])[1] as string
    expect(existsSync(join(root, path.includes('inference') ? 'packages/ml' : '', file)), file).toBe(true)
  })

  it('use the Node and the pnpm of this repository', () => {
    const workspace = parse(read('pnpm-workspace.yaml')) as { nodeVersion: string }
    for (const path of dockerfiles) {
      const [[, image] = ['', '']] = of(path, 'FROM')
      expect(image).toMatch(new RegExp(`^node:${workspace.nodeVersion}-`))
      expect(read(path)).toContain(/pnpm@[\d.]+/.exec(read('package.json'))?.[0])
    }
  })
})

describe('what the Dockerfile builds', () => {
  let folder: string
  beforeAll(async () => {
    folder = join(await temporaryFolder(), 'inference')
    // Its own steps, in another folder.
    for (const [, step] of of('deploy/inference.Dockerfile', 'RUN')) {
      await promisify(execFile)('sh', ['-c', step.replaceAll('/inference', folder)], { cwd: root })
    }
  }, 120_000)
  afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }))

  /** As a container starts it: by environment alone. */
  function start(environment: Record<string, string>) {
    const [, file] = JSON.parse(of('deploy/inference.Dockerfile', 'CMD')[0]?.[1] as string) as [string, string]
    const child = spawn(process.execPath, [file], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...environment },
      // A closed pipe: nobody who started it stays.
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    child.stdin.end()
    let stderr = ''
    child.stderr.on('data', chunk => {
      stderr += chunk
    })
    return { child, ended: once(child, 'close').then(([code]) => ({ code, stderr })) }
  }

  it('draws, and ends gracefully: what has been begun is finished, and nothing new', async () => {
    const port = String(await freePort())
    const token = 'a token for this test'
    const { child, ended } = start({ DABBLE_ML_PORT: port, DABBLE_ML_TOKEN: token })
    const baseUrl = `http://127.0.0.1:${port}`
    while (!(await fetch(`${baseUrl}/readyz`).catch(() => null))?.ok) await delay(20)
    const client = createInferenceClient({ baseUrl, token })
    const drawing = client.generate({
      prompt: 'a duck',
      seed: 1,
      partialImages: 3,
      onPartial: ({ index }) => index === 0 && child.kill('SIGTERM'),
    })
    expect((await drawing).png.length).toBeGreaterThan(1_000)
    await expect(client.generate({ prompt: 'a swan', seed: 1 })).rejects.toThrow()
    expect(await ended).toEqual({ code: 0, stderr: '' })
  })

  it('listens to everybody, so it wants a secret', async () => {
    const { ended } = start({ DABBLE_ML_PORT: '0' })
    expect(await ended).toEqual({ code: 78, stderr: 'DABBLE_ML_TOKEN: is required: a random secret.\n' })
  })
})

const environmentSchema = z.record(z.string(), z.string())
const service = z.object({
  image: z.string(),
  build: z.object({ context: z.literal('..'), dockerfile: z.string() }).optional(),
  environment: environmentSchema.optional(),
  volumes: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.enum(['service_started', 'service_healthy']) })).optional(),
})
const composeFile = z.object({ services: z.record(z.string(), service) })

/** Variables that one of the programs reads. */
const known = new Set(
  [...`${read('packages/ml/src/config.ts')}${read('apps/server/src/config.ts')}`.matchAll(/^ {2}([A-Z_]+):/gm)].map(
    ([, name]) => name as string,
  ),
)
const unknownIn = (environment: Record<string, string> = {}) =>
  Object.keys(environment).filter(name => !known.has(name))

it('compose.yaml: every file, service and variable that it names is there', () => {
  const { services } = composeFile.parse(parse(read('deploy/compose.yaml'), { merge: true }))
  const { balancer, ...ours } = services
  for (const { build, volumes = [], depends_on = {} } of Object.values(services)) {
    if (build) expect(dockerfiles).toContain(build.dockerfile)
    for (const volume of volumes.filter(path => path.startsWith('.')))
      expect(existsSync(join(root, 'deploy', volume.split(':')[0] as string)), volume).toBe(true)
    expect(Object.keys(depends_on).filter(name => !(name in services))).toEqual([])
  }
  expect(Object.values(ours).flatMap(({ environment }) => unknownIn(environment))).toEqual([])
  // The balancer leads to each of the sidecars, and its template asks for nothing else.
  const asked = read('deploy/balancer.conf.template').matchAll(/\$\{(\w+)\}/g)
  expect(new Set([...asked].map(([, name]) => name))).toEqual(new Set(Object.keys(balancer?.environment ?? {})))
  const led = [...(balancer?.environment?.INFERENCE_SERVERS ?? '').matchAll(/server ([\w-]+):8000/g)].map(
    ([, to]) => to,
  )
  expect(led).toEqual(Object.keys(services).filter(name => name.startsWith('inference-')))
})

it('compose.cuda.yaml changes services that there are', () => {
  const { services } = z
    .object({ services: z.record(z.string(), z.object({ environment: environmentSchema })) })
    .parse(parse(read('deploy/compose.cuda.yaml'), { merge: true }))
  const base = composeFile.parse(parse(read('deploy/compose.yaml'), { merge: true }))
  expect(Object.keys(services).filter(name => !(name in base.services))).toEqual([])
  expect(Object.values(services).flatMap(({ environment }) => unknownIn(environment))).toEqual([])
})

/** Backend.AI's own schema of the file (`model_definition_iv`), as strict as its oldest version: other keys are refused. */
const modelDefinition = z.strictObject({
  models: z
    .array(
      z.strictObject({
        name: z.string(),
        model_path: z.string(),
        service: z.strictObject({
          pre_start_actions: z.array(z.strictObject({ action: z.string(), args: z.record(z.string(), z.unknown()) })),
          start_command: z.array(z.string()).min(1),
          port: z.int().min(1),
          health_check: z.strictObject({
            path: z.string(),
            max_retries: z.int().min(1),
            max_wait_time: z.number().min(0),
            expected_status_code: z.int().min(100),
          }),
        }),
      }),
    )
    .length(1),
})

it('model-definition.yaml: Backend.AI reads it, and it starts what the image has, at the port that the image opens', () => {
  const { models } = modelDefinition.parse(parse(read('deploy/backend-ai/model-definition.yaml')))
  const [{ service: served }] = models as [(typeof models)[0]]
  const { start_command, port, health_check } = served
  const image = 'deploy/inference-cuda.Dockerfile'
  expect(existsSync(join(root, 'packages/ml', (start_command[1] as string).replace('/inference/', '')))).toBe(true)
  expect(of(image, 'COPY').some(([, rest]) => rest.endsWith(start_command[0] as string))).toBe(true)
  expect(of(image, 'EXPOSE').map(([, exposed]) => Number(exposed))).toEqual([port])
  expect(of(image, 'ENV')[0]?.[1]).toContain(`DABBLE_ML_PORT=${port}`)
  expect(health_check).toMatchObject({ path: '/readyz', expected_status_code: 200 })
})

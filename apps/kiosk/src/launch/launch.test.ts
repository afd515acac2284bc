import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { browserAdvice } from './browser-advice.ts'

const launch = join(import.meta.dirname, 'launch.ts')

/** The launcher on a machine that has no Electron and cannot get one. */
async function launched(...args: string[]) {
  const empty = await mkdtemp(join(tmpdir(), 'dabble-launch-'))
  onTestFinished(() => rm(empty, { recursive: true, force: true }))
  const env = {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: empty,
    electron_config_cache: empty,
    // Nobody listens there.
    ELECTRON_MIRROR: 'http://127.0.0.1:9/',
    npm_config_platform: 'linux',
    PORT: '4321',
  }
  return promisify(execFile)(process.execPath, [launch, ...args], { env })
}

it('where Electron cannot be downloaded it says so and names the addresses for a browser', async () => {
  const { stdout } = await launched()
  expect(stdout).toContain(browserAdvice('http://localhost:4321'))
  expect(stdout).toMatch(/Electron could not be downloaded/)
  expect(stdout).toMatch(/Electron을 내려받지 못해/)
})

it('names the booth box that was asked for', async () => {
  const { stdout } = await launched('http://192.168.0.7:3000/')
  expect(stdout).toContain('http://192.168.0.7:3000/kiosk')
  expect(stdout).toContain('http://192.168.0.7:3000/staff')
})

it('an address that is none is refused in one line', async () => {
  await expect(launched('ftp://x')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^"ftp:\/\/x" is no address\..*\n$/),
  })
})

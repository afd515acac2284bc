import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildElectron } from '../build-electron.ts'
import { electronArguments } from '../src/launch/electron-arguments.ts'
import { electronBinary } from '../src/launch/electron-binary.ts'
import { openBooth } from './booth.ts'
import { kioskState, row } from './states.ts'

const binary = electronBinary()
const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
const why = binary
  ? 'no display: run under xvfb-run or on a desktop'
  : 'no Electron binary: npm run kiosk downloads it where the network allows'
const runs = Boolean(binary && display)

describe('the kiosk in a real Electron', () => {
  let kiosk: ElectronApplication
  let booth: Awaited<ReturnType<typeof openBooth>>
  let folder: string
  beforeEach(({ skip }) => skip(!runs, why))
  beforeAll(async () => {
    if (!runs) return
    folder = await mkdtemp(join(tmpdir(), 'dabble-electron-'))
    await buildElectron(join(folder, 'app'))
    booth = await openBooth(kioskState([row('A', 80)]))
    kiosk = await _electron.launch({
      executablePath: binary as string,
      args: [
        ...electronArguments(process.platform),
        join(folder, 'app'),
        `--address=${booth.origin}`,
        `--user-data-dir=${join(folder, 'profile')}`,
        // Chromium's sandbox does not run as root, which containers are.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    })
  })
  afterAll(async () => {
    // Nothing short of a signal ends it, as it should be.
    kiosk?.process().kill('SIGTERM')
    await booth?.close()
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  /** The window on that page; windows are made anew when the kiosk finds its box. */
  async function windowAt(path: string): Promise<Page> {
    const at = () => kiosk.windows().find(page => page.url().startsWith(`${booth.origin}${path}`))
    await expect.poll(at, { timeout: 20_000 }).toBeTruthy()
    return at() as Page
  }

  test('launches into the big screen of the box it was told of', async () => {
    const page = await windowAt('/kiosk')
    await page.getByText('player A').first().waitFor()
    const windows = await kiosk.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(window => ({ kiosk: window.isKiosk(), url: window.webContents.getURL() })),
    )
    expect(windows.filter(window => window.kiosk).map(({ url }) => new URL(url).pathname)).toEqual(['/kiosk/'])
  })

  test('pages have no Node, no bridge that is not theirs, and cannot leave', async () => {
    const page = await windowAt('/kiosk')
    const powers = await page.evaluate(() => ({
      node: typeof (globalThis as { process?: unknown }).process,
      require: typeof (globalThis as { require?: unknown }).require,
      staff: typeof window.dabbleKiosk,
      connect: typeof window.dabbleConnect,
      opened: window.open('/staff/'),
    }))
    expect(powers).toEqual({
      node: 'undefined',
      require: 'undefined',
      staff: 'undefined',
      connect: 'undefined',
      opened: null,
    })
    await page.evaluate(() => void location.assign('/staff/'))
    expect(await page.evaluate(() => navigator.permissions.query({ name: 'geolocation' }).then(one => one.state))).toBe(
      'denied',
    )
    expect(new URL(page.url()).pathname).toBe('/kiosk/')
  })

  test('closing and quitting are for staff', async () => {
    await kiosk.evaluate(({ app, BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.close()
      app.quit()
    })
    const page = await windowAt('/kiosk')
    await page.getByText('player A').first().waitFor()
  })

  test('a crashed big screen is back by itself', async () => {
    const page = await windowAt('/kiosk')
    const crashed = page.waitForEvent('crash')
    const loaded = kiosk.evaluate(
      ({ BrowserWindow }) =>
        new Promise<string>(resolve => {
          const [window] = BrowserWindow.getAllWindows().filter(one => one.isKiosk())
          window?.webContents.once('did-finish-load', () => resolve(window.webContents.getURL()))
          window?.webContents.forcefullyCrashRenderer()
        }),
    )
    await crashed
    expect(new URL(await loaded).pathname).toBe('/kiosk/')
  })
})

import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { display, type FakeWindow, fakeElectron, type Web } from '../../test/fake-electron.ts'
import { beforeReady, onceReady, startKiosk } from './setups.ts'

const box = 'http://192.168.0.7:3000'
const web: Web = { [`${box}/kiosk/`]: { title: 'Dabble' } }
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dabble-setups-'))
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

async function start({ address = box as string | null, first = true, displays = 2 } = {}) {
  const fake = fakeElectron({ folder, web, first })
  if (displays < 2) fake.screens.pop()
  const argv = ['electron', '.', ...(address ? [`--address=${address}`] : [])]
  const process = Object.assign(new EventEmitter(), { argv, stderr: { write: () => true } })
  await startKiosk(fake.electron, process as never, '/built')
  await vi.waitFor(() => expect(fake.windows.length === 0 || !address || fake.open()[0]?.webContents.url).toBeTruthy())
  if (address && first) await vi.waitFor(() => expect(urls(fake.open())).toEqual([`${box}/kiosk/`, `${box}/staff/`]))
  const [kiosk, staff] = fake.open() as [FakeWindow, FakeWindow]
  const say = (channel: string, from: FakeWindow, argument?: unknown, frame: object = {}) => {
    const senderFrame = { parent: null, url: from.webContents.url, ...frame }
    return (async () => fake.messages.get(channel)?.({ sender: from.webContents, senderFrame }, argument))()
  }
  return { ...fake, process, kiosk, staff, say }
}
const urls = (windows: FakeWindow[]) => windows.map(window => window.webContents.url)

it('is these setups in this order', () => {
  const names = [...beforeReady, ...onceReady].map(setUp => setUp.name.replace('setUp', ''))
  expect(names).toEqual([
    'SingleInstance',
    'OwnCrash',
    'Scheme',
    'LockDown',
    'Staying',
    'Menu',
    'Power',
    'Messages',
    'Displays',
    'Connection',
  ])
})

it('says early what must be said early, then shows both windows of the box, each on its display', async () => {
  const { did, kiosk, staff } = await start()
  expect(did).toEqual(['sandbox', 'scheme dabble', 'ready', 'menu null', 'prevent-display-sleep'])
  expect(kiosk).toMatchObject({ kiosk: true, visible: true, bounds: display(2).bounds })
  expect(staff).toMatchObject({ kiosk: false, visible: true, bounds: display(1).workArea })
  for (const { options } of [kiosk, staff]) {
    const session = { partition: expect.stringMatching(/^persist:box-/) }
    expect(options.webPreferences).toMatchObject({ sandbox: true, session })
  }
})

it('a second start shows the first and ends', async () => {
  const { did, windows } = await start({ first: false, address: null })
  expect(did).toEqual(['sandbox', 'exit 0'])
  expect(windows).toEqual([])
  const { app, kiosk } = await start()
  app.emit('second-instance')
  expect(kiosk.focused).toBe(1)
})

it('no page leaves the box, opens a window or embeds a page', async () => {
  const { kiosk, staff } = await start()
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    expect(kiosk.webContents.attempt(event, { url: `${box}/kiosk/`, isMainFrame: true }), event).toBe(true)
    expect(kiosk.webContents.attempt(event, { url: `${box}/staff/`, isMainFrame: true }), event).toBe(false)
    expect(staff.webContents.attempt(event, { url: 'https://elsewhere.example/', isMainFrame: true })).toBe(false)
    expect(staff.webContents.attempt(event, { url: `${box}/staff/`, isMainFrame: false }), event).toBe(false)
  }
  expect(kiosk.webContents.openHandler({ url: `${box}/kiosk/` })).toEqual({ action: 'deny' })
  expect(kiosk.webContents.attempt('will-attach-webview')).toBe(false)
})

it('every session denies every permission, every download and everything that is not of its box', async () => {
  const { sessions } = await start()
  expect([...sessions.keys()]).toEqual([expect.stringMatching(/^local$/), expect.stringMatching(/^persist:box-/)])
  for (const session of sessions.values()) {
    const { permission, permissionCheck, device, request } = session.handlers as Record<
      string,
      (...a: unknown[]) => unknown
    >
    for (const name of ['media', 'geolocation', 'notifications', 'clipboard-read', 'fullscreen', 'openExternal']) {
      const decide = vi.fn()
      permission?.({}, name, decide)
      expect(decide).toHaveBeenCalledWith(false)
      expect(permissionCheck?.({}, name)).toBe(false)
    }
    expect(device?.({})).toBe(false)
    const decide = vi.fn()
    request?.({ url: 'https://elsewhere.example/', resourceType: 'script', webContentsId: -1 }, decide)
    expect(decide).toHaveBeenCalledWith({ cancel: true })
    const preventDefault = vi.fn()
    session.emit('will-download', { preventDefault })
    expect(preventDefault).toHaveBeenCalled()
  }
})

it('stays when windows are closed or the program is told to quit, and leaves when staff say so', async () => {
  const { app, did, kiosk, staff, say } = await start()
  const quit = () => {
    const event = { preventDefault: vi.fn() }
    app.emit('before-quit', event)
    return event.preventDefault.mock.calls.length === 0
  }
  expect(kiosk.webContents.attempt('anything')).toBe(true)
  for (const window of [kiosk, staff]) {
    const event = { preventDefault: vi.fn() }
    window.emit('close', event)
    expect(event.preventDefault).toHaveBeenCalled()
  }
  expect(app.listenerCount('window-all-closed')).toBe(1)
  expect(quit()).toBe(false)
  await expect(say('staff:exit', kiosk)).rejects.toThrow('not allowed')
  await expect(say('staff:exit', staff, undefined, { parent: {} })).rejects.toThrow('not allowed')
  await expect(say('connect:exit', staff)).rejects.toThrow('not allowed')
  expect(did).not.toContain('quit')
  await say('staff:exit', staff)
  expect(did).toContain('quit')
  expect(quit()).toBe(true)
})

it.each(['SIGINT', 'SIGTERM'])('whoever has the terminal may end it: %s', async signal => {
  const { process, did } = await start()
  process.emit(signal)
  expect(did).toContain('quit')
})

it('a machine that is shut down ends it', async () => {
  const { electron, did } = await start()
  electron.powerMonitor.emit('shutdown')
  expect(did).toContain('quit')
})

it('a crashed page comes back', async () => {
  const { kiosk } = await start()
  vi.useFakeTimers()
  const before = kiosk.webContents.loads.length
  kiosk.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
  vi.advanceTimersByTime(500)
  expect(kiosk.webContents.loads.slice(before)).toEqual([`${box}/kiosk/`])
})

it('an own crash starts the program again, unless it would only repeat', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0)
  const { process, did } = await start()
  process.emit('uncaughtException', new Error('boom'))
  expect(did.slice(-1)).toEqual(['exit 1'])
  expect(did).not.toContain('relaunch')
  now.mockReturnValue(60_000)
  process.emit('unhandledRejection', new Error('boom'))
  expect(did.slice(-2)).toEqual(['relaunch', 'exit 1'])
  now.mockRestore()
})

it('the audience display is unplugged: staff screens leave what is left, and the chord brings them', async () => {
  const { screens, screen, kiosk, staff } = await start()
  const chord = { type: 'keyDown', code: 'KeyS', control: true, alt: true, shift: true, meta: false }
  const press = () => kiosk.webContents.attempt('before-input-event', chord)
  const [projector] = screens.splice(1, 1)
  screen.emit('display-removed')
  expect(kiosk.bounds).toEqual(display(1).bounds)
  expect(staff.visible).toBe(false)
  expect(press()).toBe(false)
  expect(staff).toMatchObject({ visible: true, focused: 2 })
  press()
  expect(staff.visible).toBe(false)
  press()
  screens.push(projector as never)
  screen.emit('display-added')
  expect(kiosk.bounds).toEqual(display(2).bounds)
  expect(staff).toMatchObject({ visible: true, bounds: display(1).workArea })
})

it('a display that changes its size is filled again', async () => {
  const { screens, screen, kiosk } = await start()
  const bounds = { x: 2000, y: 0, width: 3840, height: 2160 }
  screens[1] = { ...display(2), bounds }
  screen.emit('display-metrics-changed')
  expect(kiosk.bounds).toEqual(bounds)
})

it('staff see the displays, move the big screen, load it again; the choice is remembered', async () => {
  const { staff, kiosk, say, screens } = await start()
  expect(await say('staff:displays', staff)).toEqual([
    { id: 1, label: 'display 1', width: 1920, height: 1080, shows: 'staff' },
    { id: 2, label: 'display 2', width: 1920, height: 1080, shows: 'kiosk' },
  ])
  screens.push(display(3))
  await say('staff:moveKiosk', staff, 3)
  await say('staff:moveKiosk', staff, 99)
  expect(kiosk.bounds).toEqual(display(3).bounds)
  const before = kiosk.webContents.loads.length
  await say('staff:reload', staff)
  expect(kiosk.webContents.loads.length).toBe(before + 1)
  const { kiosk: next } = await start({ address: null })
  expect(next.options).toBeTruthy()
  expect(await say('staff:displays', staff)).toContainEqual(expect.objectContaining({ id: 3, shows: 'kiosk' }))
})

it('without an address the staff window asks, and the audience is only told to wait', async () => {
  const { kiosk, staff, say } = await start({ address: null })
  expect(urls([kiosk, staff])).toEqual(['dabble://connect/', 'dabble://connect/'])
  expect(await say('connect:state', kiosk)).toMatchObject({ staff: false, link: { step: 'ask' } })
  await expect(say('connect:connect', kiosk, box)).rejects.toThrow('not allowed')
  expect(await say('connect:state', staff)).toMatchObject({ staff: true })
  await say('connect:connect', staff, box)
})

it('with one display the big screen itself asks', async () => {
  const { kiosk, say } = await start({ address: null, displays: 1 })
  expect(await say('connect:state', kiosk)).toMatchObject({ staff: true })
})

it('pages that cannot be loaded make both windows say so, and come back by themselves', async () => {
  const { kiosk, staff } = await start()
  vi.useFakeTimers()
  web[`${box}/kiosk/`] = { title: 'Dabble', status: 502 }
  await kiosk.webContents.loadURL(`${box}/kiosk/`)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(urls([kiosk, staff])).toEqual(['dabble://connect/', 'dabble://connect/'])
  expect(kiosk.webContents.sent.at(-1)).toEqual([
    'connect:changed',
    expect.objectContaining({ link: { step: 'away', address: box } }),
  ])
  web[`${box}/kiosk/`] = { title: 'Dabble' }
  await vi.advanceTimersByTimeAsync(12_000)
  expect(urls([kiosk, staff])).toEqual([`${box}/kiosk/`, `${box}/staff/`])
})

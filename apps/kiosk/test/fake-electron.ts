import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type { Display } from 'electron'
import type { Electron } from '../src/main/electron.ts'

/** What the program did to Electron, and the knobs a test turns. Only as much of Electron as main uses. */

let contentsIds = 0

/** What pages answer at, by address: a title, an HTTP status, or an error's code. */
export type Web = Record<string, { title?: string; status?: number; error?: string }>

export class FakeContents extends EventEmitter {
  id = ++contentsIds
  ipc = new EventEmitter()
  url = ''
  title = ''
  loads: string[] = []
  sent: unknown[][] = []
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })
  web: Web
  constructor(web: Web) {
    super()
    this.web = web
  }
  async loadURL(url: string): Promise<void> {
    this.loads.push(url)
    const found = this.web[url] ?? {}
    if (found.error) {
      this.emit('did-fail-load', {}, -102, found.error, url, true)
      throw Object.assign(new Error(found.error), { code: found.error })
    }
    this.url = url
    this.title = found.title ?? ''
    this.emit('did-navigate', {}, url, found.status ?? 200)
  }
  getURL = () => this.url
  getTitle = () => this.title
  send = (...sent: unknown[]) => void this.sent.push(sent)
  stop = () => {}
  isDestroyed = () => false
  setVisualZoomLevelLimits = async () => {}
  setWindowOpenHandler(handler: typeof this.openHandler) {
    this.openHandler = handler
  }
  forcefullyCrashRenderer = () => this.emit('render-process-gone', {}, { reason: 'killed' })
  /** As a page or person would: true when main let it. */
  attempt(event: string, details: object = {}): boolean {
    let prevented = false
    const preventDefault = () => {
      prevented = true
    }
    this.emit(event, { ...details, preventDefault }, details)
    return !prevented
  }
}

export class FakeWindow extends EventEmitter {
  options: Record<string, unknown> & { webPreferences: Record<string, unknown> }
  webContents: FakeContents
  bounds: unknown
  kiosk = false
  visible = false
  destroyed = false
  focused = 0
  constructor(options: FakeWindow['options'], web: Web) {
    super()
    this.options = options
    this.webContents = new FakeContents(web)
  }
  isKiosk = () => this.kiosk
  setKiosk(on: boolean) {
    this.kiosk = on
  }
  setBounds(bounds: unknown) {
    this.bounds = bounds
  }
  showInactive() {
    this.visible = true
  }
  hide() {
    this.visible = false
  }
  moveTop() {}
  focus() {
    this.focused++
  }
  isDestroyed = () => this.destroyed
  destroy() {
    this.destroyed = true
  }
}

export class FakeSession extends EventEmitter {
  partition: string
  handlers: Record<string, (...args: never[]) => unknown> = {}
  constructor(partition: string) {
    super()
    this.partition = partition
  }
  private keep =
    (name: string) =>
    (handler: () => unknown): void => {
      this.handlers[name] = handler
    }
  protocol = { handle: (scheme: string, handler: () => unknown) => this.keep(scheme)(handler) }
  webRequest = { onBeforeRequest: this.keep('request') }
  setPermissionRequestHandler = this.keep('permission')
  setPermissionCheckHandler = this.keep('permissionCheck')
  setDevicePermissionHandler = this.keep('device')
  setCertificateVerifyProc = this.keep('certificate')
}

export const display = (id: number, internal = false): Display => {
  const bounds = { x: id * 1000, y: 0, width: 1920, height: 1080 }
  const workArea = { ...bounds, height: 1000 }
  return { id, internal, label: `display ${id}`, bounds, workArea, size: { width: 1920, height: 1080 } } as Display
}

/** An Electron without windows. `did` is what was done, in order. */
export function fakeElectron({ folder, web = {}, first = true }: { folder: string; web?: Web; first?: boolean }) {
  const did: string[] = []
  const windows: FakeWindow[] = []
  const sessions = new Map<string, FakeSession>()
  const messages = new Map<string, (event: unknown, argument?: unknown) => unknown>()
  const screens = [display(1, true), display(2)]
  const note = (what: string) => () => void did.push(what)

  const app = Object.assign(new EventEmitter(), {
    getPath: (name: string) => join(folder, name),
    enableSandbox: note('sandbox'),
    requestSingleInstanceLock: () => first,
    whenReady: async () => note('ready')(),
    quit: note('quit'),
    exit: (code: number) => void did.push(`exit ${code}`),
    relaunch: note('relaunch'),
  })
  class BrowserWindow extends FakeWindow {
    constructor(options: FakeWindow['options']) {
      super(options, web)
      windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
  }
  const screen = Object.assign(new EventEmitter(), {
    getAllDisplays: () => screens,
    getPrimaryDisplay: () => screens.find(({ id }) => id === 1) ?? screens[0],
  })
  const session = {
    fromPartition(partition: string) {
      const session = sessions.get(partition) ?? new FakeSession(partition)
      sessions.set(partition, session)
      return session
    },
  }
  const electron = {
    app,
    BrowserWindow,
    screen,
    session,
    ipcMain: { handle: (channel: string, handler: () => unknown) => void messages.set(channel, handler) },
    Menu: { setApplicationMenu: (menu: unknown) => void did.push(`menu ${menu}`) },
    powerSaveBlocker: { start: (kind: string) => void did.push(kind) },
    powerMonitor: new EventEmitter(),
    protocol: {
      registerSchemesAsPrivileged: ([{ scheme }]: [{ scheme: string }]) => void did.push(`scheme ${scheme}`),
    },
  }
  return {
    electron: electron as unknown as Electron,
    app,
    screen,
    screens,
    did,
    sessions,
    messages,
    /** Those that a person could see: probes come and go. */
    open: () => windows.filter(window => !window.destroyed && window.options.webPreferences.preload),
    windows,
  }
}

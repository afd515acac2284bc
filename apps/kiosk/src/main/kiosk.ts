import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { Electron } from './electron.ts'
import { createLink, type Link } from './link/link.ts'
import { createWindowProbe } from './link/probe-window.ts'
import type { Role } from './policy/navigation.ts'
import { watchRenderer } from './recovery/watch-renderer.ts'
import { openStore, type Store } from './store/store.ts'
import { dressWindow } from './windows/dress-window.ts'
import { createSessions } from './windows/sessions.ts'
import { createWindows, type Windows } from './windows/windows.ts'

/** What the setups set up: the parts of the program, made once. */
export interface Kiosk {
  electron: Electron
  process: NodeJS.Process
  store: Store
  link: Link
  windows: Windows
  /** Ids of the web contents that only look whether a box is there. */
  probing: Set<number>
  log(line: string): void
  /** The one way out, for staff and for whoever has the terminal. */
  exit(): void
  leaving(): boolean
}

/** Needs nothing of Electron yet: sessions and windows are made when they are first asked for. */
export function createKiosk(electron: Electron, process: NodeJS.Process, folder: string): Kiosk {
  const log = (line: string) => void process.stderr.write(`kiosk: ${line}\n`)
  const store = openStore(join(electron.app.getPath('userData'), 'kiosk.json'))
  const probing = new Set<number>()
  const sessions = createSessions(electron, join(folder, 'connect'), id => probing.has(id))
  let leaving = false

  const dress = (role: Role, window: BrowserWindow) => {
    dressWindow(role, window, { lost: () => link.lost(), switch: () => windows.switch(), leaving: () => leaving })
    watchRenderer(
      window.webContents,
      () => windows.load(role),
      line => log(`${role}: ${line}`),
    )
  }
  const windows = createWindows({ electron, preload: join(folder, 'preload.cjs'), sessions, store, dress })
  const link = createLink(
    {
      probe: createWindowProbe(electron, sessions, probing),
      paired: box => store.set({ box }),
      changed: (state, box) => windows.show(state, box),
    },
    store.get().box,
  )
  return {
    electron,
    process,
    store,
    link,
    windows,
    probing,
    log,
    exit() {
      leaving = true
      link.close()
      electron.app.quit()
    },
    leaving: () => leaving,
  }
}

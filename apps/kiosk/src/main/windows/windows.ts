import type { BrowserWindow, Display, WebContents } from 'electron'
import type { ConnectState, KioskDisplay, LinkState } from '../../preload/bridge.ts'
import { localPage, stateChannel } from '../../preload/channels.ts'
import { assignDisplays } from '../displays/assign.ts'
import type { Electron } from '../electron.ts'
import { isLocalPage, pageUrl, type Role } from '../policy/navigation.ts'
import { webPreferences } from '../policy/web-preferences.ts'
import type { Box, Store } from '../store/store.ts'
import { putOn } from './put-on.ts'
import type { Sessions } from './sessions.ts'

export interface WindowParts {
  electron: Electron
  preload: string
  sessions: Sessions
  store: Store
  /** Dresses each new window: keys, recovery, what to do when a page does not load. */
  dress(role: Role, window: BrowserWindow): void
}

const roles: Role[] = ['kiosk', 'staff']
/** The stage before its lights are on (`--bg`), so that nothing flashes white at the audience. */
const backgroundColor = '#06151e'

/** The audience's window and the staff's: which session they are in, what they show, and on which display. */
export function createWindows({ electron, preload, sessions, store, dress }: WindowParts) {
  const open = new Map<Role, BrowserWindow>()
  let link: LinkState = { step: 'ask', address: '', problem: null }
  let box: Box | null = null
  let staffInFront = false

  function assignment() {
    const { screen } = electron
    return assignDisplays(screen.getAllDisplays(), screen.getPrimaryDisplay().id, store.get().kioskDisplay)
  }
  const staffHaveDisplay = () => assignment()?.staff != null
  const staffHere = (role: Role) => role === 'staff' || !staffHaveDisplay()

  function load(role: Role): void {
    const url = link.step === 'connected' && box ? pageUrl(role, box.origin) : localPage
    // What comes of it is told by the window's events.
    open
      .get(role)
      ?.webContents.loadURL(url)
      .catch(() => {})
  }

  function create(role: Role): void {
    const { session } = sessions.for(box)
    const window = new electron.BrowserWindow({
      show: false,
      frame: role === 'staff',
      backgroundColor,
      title: role === 'staff' ? 'Dabble, staff' : 'Dabble',
      autoHideMenuBar: true,
      webPreferences: { ...webPreferences(role, preload), session },
    })
    open.set(role, window)
    dress(role, window)
    load(role)
  }

  /** Puts both windows where they belong, as displays come and go. */
  function place(): void {
    const given = assignment()
    const displays = new Map<number, Display>(electron.screen.getAllDisplays().map(display => [display.id, display]))
    const kioskDisplay = given && displays.get(given.kiosk)
    if (!given || !kioskDisplay) return
    const [kiosk, staff] = [open.get('kiosk'), open.get('staff')]
    if (kiosk) putOn(kiosk, kioskDisplay, 'whole')
    const staffDisplay = given.staff === null ? null : displays.get(given.staff)
    staffInFront &&= !staffDisplay
    if (!staff) return
    if (staffDisplay || staffInFront) putOn(staff, staffDisplay ?? kioskDisplay, 'work-area')
    else staff.hide()
    if (staffInFront) staff.moveTop()
  }

  const stateOf = (role: Role): ConnectState => ({ link, box: box?.origin ?? null, staff: staffHere(role) })
  function tell(): void {
    for (const [role, { webContents }] of open) {
      if (isLocalPage(webContents.getURL())) webContents.send(stateChannel, stateOf(role))
    }
  }

  return {
    /** Makes both windows anew, in the session of the box. */
    open(): void {
      const old = [...open.values()]
      open.clear()
      for (const role of roles) create(role)
      place()
      for (const window of old) window.destroy()
      // Whoever has the keyboard can type the address, or the chord, without a mouse.
      open.get(staffHaveDisplay() ? 'staff' : 'kiosk')?.focus()
    },
    /** Shows what the link says: the box's pages when it is there, the connect page otherwise. */
    show(next: LinkState, nextBox: Box | null): void {
      const repaired = sessions.for(nextBox) !== sessions.for(box)
      const [was, is] = [link.step === 'connected', next.step === 'connected']
      link = next
      box = nextBox
      if (repaired && open.size > 0) this.open()
      else if (is || was) for (const role of roles) load(role)
      tell()
    },
    load,
    place() {
      place()
      tell()
    },
    staffHere,
    stateOf,
    roleOf: (contents: WebContents) => roles.find(role => open.get(role)?.webContents === contents) ?? null,
    /** The chord: with one display the windows take turns on it, with more the staff's gets the keyboard. */
    switch(): void {
      staffInFront = !staffHaveDisplay() && !staffInFront
      place()
      open.get(staffInFront || staffHaveDisplay() ? 'staff' : 'kiosk')?.focus()
    },
    displays(): KioskDisplay[] {
      const given = assignment()
      return electron.screen.getAllDisplays().map(({ id, label, size }) => ({
        id,
        label,
        ...size,
        shows: id === given?.kiosk ? 'kiosk' : id === given?.staff ? 'staff' : null,
      }))
    },
    focus: () => open.get('kiosk')?.focus(),
  }
}

export type Windows = ReturnType<typeof createWindows>

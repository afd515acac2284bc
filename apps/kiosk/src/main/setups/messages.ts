import type { IpcMainInvokeEvent } from 'electron'
import type { ConnectBridge, KioskBridge } from '../../preload/bridge.ts'
import type { Channel, ConnectChannel, StaffChannel } from '../../preload/channels.ts'
import type { Kiosk } from '../kiosk.ts'
import { maySend } from '../policy/sender.ts'
import type { Setup } from './setup.ts'

type Answers<Side extends string, Bridge> = {
  [Name in keyof Bridge & string as `${Side}:${Name}`]: (event: IpcMainInvokeEvent, argument: unknown) => unknown
}

function answers({ windows, link, store, exit }: Kiosk) {
  const staff: Answers<'staff', KioskBridge> & Record<StaffChannel, unknown> = {
    'staff:exit': () => exit(),
    'staff:reload': () => windows.load('kiosk'),
    'staff:displays': () => windows.displays(),
    'staff:moveKiosk': (_, id) => {
      if (!windows.displays().some(display => display.id === id)) return
      store.set({ kioskDisplay: id as number })
      windows.place()
    },
    'staff:changeBox': () => link.changeBox(),
  }
  const connect: Answers<'connect', Omit<ConnectBridge, 'onState'>> & Record<ConnectChannel, unknown> = {
    'connect:state': ({ sender }) => windows.stateOf(windows.roleOf(sender) ?? 'kiosk'),
    'connect:connect': (_, address) => link.connect(String(address)),
    'connect:trust': (_, fingerprint) => link.trust(String(fingerprint)),
    'connect:retry': () => link.retry(),
    'connect:changeBox': () => link.changeBox(),
    'connect:exit': () => exit(),
  }
  return { ...staff, ...connect }
}

/** Who sent it, by what main knows and not by what the message says. */
function senderOf({ sender, senderFrame }: IpcMainInvokeEvent, { windows }: Kiosk) {
  const role = windows.roleOf(sender)
  return { role, topFrame: senderFrame?.parent === null, url: senderFrame?.url ?? '' }
}

/** Answers the messages of pages, each only to the page that may ask it. */
export const setUpMessages: Setup = kiosk => {
  for (const [channel, answer] of Object.entries(answers(kiosk))) {
    kiosk.electron.ipcMain.handle(channel, (event, argument: unknown) => {
      const sender = senderOf(event, kiosk)
      const surroundings = {
        origin: kiosk.link.box()?.origin ?? null,
        staffHere: sender.role !== null && kiosk.windows.staffHere(sender.role),
      }
      if (maySend(channel as Channel, sender, surroundings)) return answer(event, argument)
      kiosk.log(`${channel} is not for ${sender.url}`)
      throw new Error('not allowed')
    })
  }
}

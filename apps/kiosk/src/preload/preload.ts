import { contextBridge, ipcRenderer } from 'electron'
import type { ConnectBridge, ConnectState, KioskBridge } from './bridge.ts'
import {
  aliveChannel,
  aliveEveryMs,
  type Channel,
  connectChannels,
  localScheme,
  roleArgument,
  staffChannels,
  stateChannel,
} from './channels.ts'

/** One function per message, each for exactly that message. */
const doors = (side: string, names: readonly string[]) =>
  Object.fromEntries(
    names.map(name => [name, (...args: unknown[]) => ipcRenderer.invoke(`${side}:${name}` as Channel, ...args)]),
  )

if (location.protocol === `${localScheme}:`) {
  const onState = (listener: (state: ConnectState) => void) => {
    ipcRenderer.on(stateChannel, (_, state: ConnectState) => listener(state))
  }
  contextBridge.exposeInMainWorld('dabbleConnect', {
    ...doors('connect', connectChannels),
    onState,
  } as unknown as ConnectBridge)
} else if (process.argv.includes(roleArgument('staff')) && window.top === window) {
  contextBridge.exposeInMainWorld('dabbleKiosk', doors('staff', staffChannels) as unknown as KioskBridge)
}

// This runs on the page's own thread: a page that is stuck falls silent, and main notices.
setInterval(() => ipcRenderer.send(aliveChannel), aliveEveryMs)

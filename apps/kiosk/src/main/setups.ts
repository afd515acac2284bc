import type { Electron } from './electron.ts'
import { createKiosk } from './kiosk.ts'
import { setUpConnection } from './setups/connection.ts'
import { setUpDisplays } from './setups/displays.ts'
import { setUpLockDown } from './setups/lock-down.ts'
import { setUpMenu } from './setups/menu.ts'
import { setUpMessages } from './setups/messages.ts'
import { setUpOwnCrash } from './setups/own-crash.ts'
import { setUpPower } from './setups/power.ts'
import { setUpScheme } from './setups/scheme.ts'
import type { Setup } from './setups/setup.ts'
import { setUpSingleInstance } from './setups/single-instance.ts'
import { setUpStaying } from './setups/staying.ts'

/** In this order: what must be said early, then what must hold before there is a page, then the pages. */
export const beforeReady: readonly Setup[] = [
  setUpSingleInstance,
  setUpOwnCrash,
  setUpScheme,
  setUpLockDown,
  setUpStaying,
]
export const onceReady: readonly Setup[] = [setUpMenu, setUpPower, setUpMessages, setUpDisplays, setUpConnection]

/** `folder` holds what was built: the preload script and the connect page. */
export async function startKiosk(electron: Electron, process: NodeJS.Process, folder: string): Promise<void> {
  // Every page is sandboxed, whatever its window says.
  electron.app.enableSandbox()
  const kiosk = createKiosk(electron, process, folder)
  for (const setUp of beforeReady) if (setUp(kiosk) === false) return
  await electron.app.whenReady()
  for (const setUp of onceReady) setUp(kiosk)
}

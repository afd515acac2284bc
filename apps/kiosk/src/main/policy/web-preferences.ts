import type { WebPreferences } from 'electron'
import { roleArgument } from '../../preload/channels.ts'
import type { Role } from './navigation.ts'

/** How every page runs. Most of it is Electron's default, said here so that a test notices when it is not. */
export function webPreferences(role: Role, preload: string): WebPreferences {
  return {
    preload,
    additionalArguments: [roleArgument(role)],
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    devTools: false,
    // Dictionaries would be fetched from elsewhere.
    spellcheck: false,
    // A covered window must keep up: it is shown again by a keystroke, and it tells that it is alive.
    backgroundThrottling: false,
  }
}

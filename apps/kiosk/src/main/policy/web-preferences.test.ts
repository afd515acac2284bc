import { expect, it } from 'vitest'
import { webPreferences } from './web-preferences.ts'

it.each(['kiosk', 'staff'] as const)('pages in the %s window are isolated, sandboxed and without Node', role => {
  expect(webPreferences(role, '/preload.cjs')).toEqual({
    preload: '/preload.cjs',
    additionalArguments: [`--dabble-window=${role}`],
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
    spellcheck: false,
    backgroundThrottling: false,
  })
})

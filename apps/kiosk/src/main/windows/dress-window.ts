import type { BrowserWindow } from 'electron'
import { keyAction } from '../policy/keys.ts'
import { isLocalPage, type Role } from '../policy/navigation.ts'

export interface Reactions {
  /** A page of the box did not load. */
  lost(): void
  switch(): void
  leaving(): boolean
}

/** A navigation that another one replaced. */
const aborted = -3

/** What a window does by itself: stays open, takes no stray keys, says when its page did not come. */
export function dressWindow(role: Role, window: BrowserWindow, { lost, switch: turn, leaving }: Reactions): void {
  const { webContents } = window
  window.on('close', event => {
    if (!leaving()) event.preventDefault()
  })
  webContents.on('before-input-event', (event, input) => {
    const action = keyAction(input, role, webContents.getURL())
    if (action !== 'pass') event.preventDefault()
    if (action === 'switch') turn()
  })
  webContents.on('did-fail-load', (_event, code, _text, url, mainFrame) => {
    if (mainFrame && code !== aborted && !isLocalPage(url)) lost()
  })
  webContents.on('did-navigate', (_event, url, status) => {
    if (status >= 500 && !isLocalPage(url)) lost()
  })
  webContents.setVisualZoomLevelLimits(1, 1).catch(() => {})
}

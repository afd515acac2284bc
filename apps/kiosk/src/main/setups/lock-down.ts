import type { WebContents } from 'electron'
import { mayNavigate } from '../policy/navigation.ts'
import type { Setup } from './setup.ts'

interface Wish {
  url: string
  isMainFrame: boolean
  preventDefault(): void
}

/** Holds for every page there will ever be: no navigation but to its own page, no new window, no embedded page. */
export const setUpLockDown: Setup = ({ electron: { app }, windows, link, probing, log }) => {
  function lock(contents: WebContents): void {
    const check = (wish: Wish) => {
      const role = probing.has(contents.id) ? 'probe' : windows.roleOf(contents)
      if (mayNavigate(wish.url, role, link.box()?.origin ?? null, wish.isMainFrame)) return
      log(`${role ?? 'a page'} may not go to ${wish.url}`)
      wish.preventDefault()
    }
    contents.on('will-navigate', check)
    contents.on('will-frame-navigate', check)
    contents.on('will-redirect', check)
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  }
  app.on('web-contents-created', (_event, contents) => lock(contents))
}

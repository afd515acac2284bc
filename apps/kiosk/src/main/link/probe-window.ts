import type { Electron } from '../electron.ts'
import type { Sessions } from '../windows/sessions.ts'
import { type Probe, readAnswer } from './probe.ts'

const patienceMs = 8_000

/** Chromium's own refusal, or ours, which it reports as a plain failure. */
const byCertificate = (error: unknown) => /^ERR_(FAILED|CERT_\w+)$/.test(String((error as { code?: unknown }).code))

/**
 * Asks a box by loading its page in a hidden window that runs no scripts: the way it will be shown, with redirects, proxies and
 * certificates as they will be met then. (A plain request is no navigation, and the server treats it differently.)
 */
export function createWindowProbe(electron: Electron, sessions: Sessions, probing: Set<number>): Probe {
  return async box => {
    const { session, refused } = sessions.for(box)
    const window = new electron.BrowserWindow({
      show: false,
      webPreferences: { session, javascript: false, sandbox: true, images: false, devTools: false },
    })
    const contents = window.webContents
    const { id } = contents
    probing.add(id)
    let status = 0
    let url = box.origin
    contents.on('did-navigate', (_event, _url, code) => {
      status = code
    })
    contents.on('did-redirect-navigation', details => {
      url = details.url
    })
    const late = setTimeout(() => contents.stop(), patienceMs)
    try {
      await contents.loadURL(`${box.origin}/kiosk/`)
      return readAnswer({ status, url: contents.getURL(), title: contents.getTitle() })
    } catch (error) {
      const fingerprint = byCertificate(error) ? refused() : null
      return fingerprint ? { kind: 'certificate', origin: new URL(url).origin, fingerprint } : { kind: 'away' }
    } finally {
      clearTimeout(late)
      probing.delete(id)
      if (!window.isDestroyed()) window.destroy()
    }
  }
}

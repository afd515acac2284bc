import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** A Chromium or Chrome that this machine already has; nothing is downloaded. */
export const browserPath = places.find(path => path && existsSync(path))

/** Why browser journeys are skipped where they are. */
export const noBrowser = 'no Chromium found: install one or set CHROMIUM_PATH'

/** A host name that is neither loopback nor https: to a browser the same as a LAN address, so no crypto.subtle, no clipboard. */
export const boothHost = 'booth.test'

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath,
    args: [
      `--host-resolver-rules=MAP ${boothHost} 127.0.0.1`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-quic',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
}

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
}
export const laptop: BrowserContextOptions = { viewport: { width: 1920, height: 1080 } }

/** Collects everything the page complains of or asks another host for: must stay empty. */
export function watchPage(page: Page, origin: string, complaints: string[] = []): string[] {
  page.on('pageerror', error => complaints.push(`error: ${error.message}`))
  page.on('console', message => {
    // A server that is away on purpose makes the browser itself log failed loads.
    if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text())) {
      complaints.push(`console: ${message.text()}`)
    }
  })
  page.on('request', request => {
    const url = request.url()
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')) complaints.push(`left: ${url}`)
  })
  return complaints
}

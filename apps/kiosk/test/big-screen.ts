import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { laptop, launchBrowser, watchPage } from '../../../test/browser.ts'
import { openBooth } from './booth.ts'
import { kioskState } from './states.ts'

/** A browser and a booth for the tests of a `describe`, and big screens opened in them, each gone when its test ends. */
export function bigScreens() {
  let browser: Browser
  let booth: Awaited<ReturnType<typeof openBooth>>

  beforeAll(async () => {
    browser = await launchBrowser()
    booth = await openBooth(kioskState([]))
  })
  afterAll(async () => {
    await browser?.close()
    await booth?.close()
  })

  async function open(search = '?lang=en', options: BrowserContextOptions = laptop) {
    const context = await browser.newContext(options)
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const complaints = watchPage(page, booth.origin)
    await page.goto(`${booth.origin}/kiosk/${search}`)
    return { page, complaints, names: () => page.locator('ol li bdi').allInnerTexts() }
  }

  return { booth: () => booth, open }
}

import type { Browser, Page } from 'playwright-core'
import { shoot } from './camera.ts'
import { type Look, looks } from './looks.ts'

const fullHd = { width: 1920, height: 1080 }

async function open(browser: Browser, origin: string, { language, theme }: Look, viewport = fullHd): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage()
  await page.goto(`${origin}/kiosk?lang=${language}&theme=${theme}`)
  await page.locator('main h2').first().waitFor()
  return page
}

/** Nobody has played yet. */
export async function shootAttract(browser: Browser, origin: string): Promise<void> {
  for (const look of looks) {
    const page = await open(browser, origin, look)
    await shoot(page, `kiosk-attract-${look.name}`)
    await page.context().close()
  }
}

/** Big screens that watch a crowd play, so that they have movement to show. */
export async function shootGame(browser: Browser, origin: string, play: () => Promise<void>): Promise<void> {
  const screens = await Promise.all(looks.map(async look => ({ look, page: await open(browser, origin, look) })))
  await play()
  for (const { look, page } of screens) {
    await shoot(page, `kiosk-${look.name}`)
    await page.context().close()
  }
  for (const look of looks) {
    const page = await open(browser, origin, look, { width: 3840, height: 2160 })
    await shoot(page, `kiosk-4k-${look.name}`, { scale: 0.4 })
    await page.context().close()
  }
  for (const look of looks.filter(({ theme }) => theme === 'dark')) {
    const page = await open(browser, origin, look, { width: 1080, height: 1920 })
    await shoot(page, `kiosk-upright-${look.name}`, { scale: 0.6 })
    await page.context().close()
  }
}

/** The last state, after the server has gone. */
export async function shootAway(browser: Browser, origin: string, end: () => Promise<void>): Promise<void> {
  const dark = looks.filter(({ theme }) => theme === 'dark')
  const pages = await Promise.all(dark.map(async look => ({ look, page: await open(browser, origin, look) })))
  await end()
  for (const { look, page } of pages) {
    await page.locator('header [role=status]').waitFor()
    await shoot(page, `kiosk-away-${look.name}`)
    await page.context().close()
  }
}

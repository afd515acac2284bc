import type { Browser, Page } from 'playwright-core'
import { shoot } from './camera.ts'
import type { Crew } from './crew.ts'
import { type Look, looks } from './looks.ts'

interface Size {
  /** Goes into the name of the picture. */
  name: string
  viewport: { width: number; height: number }
  /** To a picture that fits a document. */
  scale: number
}

const wide: Size = { name: '', viewport: { width: 1920, height: 1080 }, scale: 0.7 }
const upright: Size = { name: '-upright', viewport: { width: 1080, height: 1920 }, scale: 0.6 }
const fourK: Size = { name: '-4k', viewport: { width: 3840, height: 2160 }, scale: 0.35 }

/** Who wins something on the spot, seen by a screen with that look. */
const winners: Record<string, [nickname: string, reason: string]> = {
  'upright-ko-dark': ['데브옵스', '가장 작은 오리를 그렸어요'],
  'upright-en-dark': ['Ada', 'The boldest swan of the day'],
  'ko-dark': ['오리배 선장', '오늘 본 가장 행복한 백조'],
  'ko-light': ['물결🌊', '물결까지 똑같이 그렸어요'],
  'en-dark': ['Mina', 'The happiest swan we have seen today'],
  'en-light': ['quackmaster', 'Forty-two tries without giving up'],
}

async function open(browser: Browser, origin: string, { language, theme }: Look, { viewport }: Size): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage()
  await page.goto(`${origin}/kiosk?lang=${language}&theme=${theme}`)
  await page.locator('main h2').first().waitFor()
  return page
}

/** What is on now, in every look; upright and 4K only in the dark, where the stage is at home. */
export async function shootScreen(browser: Browser, origin: string, scene: string, sizes = [wide]): Promise<void> {
  for (const size of sizes) {
    for (const look of looks.filter(({ theme }) => size === wide || theme === 'dark')) {
      const page = await open(browser, origin, look, size)
      await shoot(page, `kiosk${scene}${size.name}-${look.name}`, { scale: size.scale })
      await page.context().close()
    }
  }
}

/** Nobody has played yet. */
export const shootAttract = (browser: Browser, origin: string) =>
  shootScreen(browser, origin, '-attract', [wide, upright])

/** Big screens that watch a crowd play, so that they have movement to show. */
export async function shootGame(browser: Browser, origin: string, play: () => Promise<void>): Promise<void> {
  const screens = await Promise.all(looks.map(async look => ({ look, page: await open(browser, origin, look, wide) })))
  await play()
  for (const { look, page } of screens) {
    await shoot(page, `kiosk-${look.name}`, { scale: wide.scale })
    await page.context().close()
  }
  await shootScreen(browser, origin, '', [fourK, upright])
}

/** Somebody wins something, on every screen anew: each shows it once. */
export async function shootAnnouncement(browser: Browser, origin: string, crew: Crew, prizeId: string): Promise<void> {
  for (const size of [wide, upright]) {
    for (const look of looks.filter(({ theme }) => size === wide || theme === 'dark')) {
      const [nickname, reason] = winners[`${size === upright ? 'upright-' : ''}${look.name}`] as [string, string]
      const page = await open(browser, origin, look, size)
      await crew.give(nickname, prizeId, reason, true)
      await page.getByRole('heading', { name: nickname }).waitFor()
      await shoot(page, `kiosk-announcement${size.name}-${look.name}`, { scale: size.scale })
      await page.context().close()
    }
  }
}

export const shootFrozen = (browser: Browser, origin: string) => shootScreen(browser, origin, '-frozen')

export const shootPodium = (browser: Browser, origin: string) =>
  shootScreen(browser, origin, '-podium', [wide, upright])

/** The last state, after the server has gone. */
export async function shootAway(browser: Browser, origin: string, end: () => Promise<void>): Promise<void> {
  const dark = looks.filter(({ theme }) => theme === 'dark')
  const pages = await Promise.all(dark.map(async look => ({ look, page: await open(browser, origin, look, wide) })))
  await end()
  for (const { look, page } of pages) {
    await page.locator('header [role=status]').waitFor()
    await shoot(page, `kiosk-away-${look.name}`, { scale: wide.scale })
    await page.context().close()
  }
}

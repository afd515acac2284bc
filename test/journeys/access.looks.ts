import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { violations } from '../axe.ts'
import { browserPath, laptop, noBrowser, phone } from '../browser.ts'
import { openStage, type Stage } from '../stage.ts'

describe.each([
  { language: 'ko-KR', colorScheme: 'light' },
  { language: 'en-US', colorScheme: 'dark' },
] as const)('every screen in $language, $colorScheme', ({ language, colorScheme }) => {
  let stage: Stage
  let page: Page
  beforeEach(({ skip }) => skip(!browserPath, noBrowser))
  beforeAll(async () => {
    if (!browserPath) return
    stage = await openStage()
    page = await (await stage.phone({ ...phone, locale: language, colorScheme, reducedMotion: 'reduce' })).newPage()
    await page.goto(stage.origin)
  })
  afterAll(() => stage?.close())

  const settled = () => page.waitForLoadState('networkidle').catch(() => {})

  it('join', async () => {
    await page.locator('main img').first().waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('play and result', async () => {
    await page.getByRole('textbox').first().fill('axe')
    await page.keyboard.press('Enter')
    await page.locator('textarea').fill('a duck and a swan')
    expect(await violations(page)).toEqual([])
    await page.locator('textarea').press('Enter')
    await page.getByRole('link', { name: /save|저장/i }).waitFor()
    expect(await violations(page)).toEqual([])
  })

  it.each(['board', 'pictures', 'me', 'how', 'privacy', 'nowhere'])('%s', async path => {
    await page.goto(`${stage.origin}/${path}`, { waitUntil: 'domcontentloaded' })
    await page.locator('main h1').first().waitFor()
    await settled()
    expect(await violations(page)).toEqual([])
    // Nothing is wider than the phone.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })

  it('big screen', async () => {
    const screen = await (await stage.phone({ ...laptop, colorScheme, reducedMotion: 'reduce' })).newPage()
    await screen.goto(`${stage.origin}/kiosk?theme=${colorScheme}&lang=${language.slice(0, 2)}`)
    await screen.getByText('axe').first().waitFor()
    expect(await violations(screen)).toEqual([])
    expect(stage.complaints).toEqual([])
  })
})

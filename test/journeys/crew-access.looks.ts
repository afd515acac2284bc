import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { staffOf, type TestStaff } from '../../apps/server/test/harness.ts'
import { violations } from '../axe.ts'
import { browserPath, laptop, noBrowser, phone } from '../browser.ts'
import { staffPage } from '../staff-page.ts'
import { openStage, type Stage } from '../stage.ts'

describe('every screen of the crew is accessible and fits', () => {
  let stage: Stage
  let owner: TestStaff
  let player = ''
  beforeEach(({ skip }) => skip(!browserPath, noBrowser))
  beforeAll(async () => {
    if (!browserPath) return
    stage = await openStage()
    owner = await staffOf(stage.game())
    const { staff } = owner.client
    const { round } = await staff.settings.query()
    await staff.changeSettings.mutate({ round: { id: round?.id ?? '', screening: true } })
    const kim = await stage.game().join('가나다라마바사아자차카타파하거너더러머버')
    for (const prompt of ['a duck', 'a swan', 'a boat']) await kim.ended((await kim.send(prompt)).id)
    const { waiting } = await staff.screening.view.query()
    await staff.screening.show.mutate({ hash: waiting[0]?.picture.hash ?? '', reason: 'fine' })
    await staff.screening.hide.mutate({ hash: waiting[1]?.picture.hash ?? '', reason: 'a logo' })
    await staff.players.setGhost.mutate({ id: kim.id, on: true, reason: 'guest' })
    player = `/players/${kim.id}`
  })
  afterAll(() => stage?.close())

  async function check(page: Page, width: number, name: string) {
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle').catch(() => {})
    expect(await violations(page), name).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width)
  }

  const looks = [
    { ...phone, locale: 'ko-KR', colorScheme: 'light' },
    { ...laptop, locale: 'en-US', colorScheme: 'dark' },
    { ...phone, locale: 'en-US', colorScheme: 'dark' },
  ] as const
  it.each(looks)('$locale, $colorScheme, $viewport.width wide', { timeout: 180_000 }, async look => {
    const page = await staffPage(stage, owner, '/players', { ...look, reducedMotion: 'reduce' })
    for (const path of [
      '/players',
      player,
      '/screening',
      '/rounds',
      '/rounds/new',
      '/settings',
      '/health',
      '/crew',
      '/log',
    ]) {
      await page.goto(`${stage.origin}/staff${path}`, { waitUntil: 'domcontentloaded' })
      await check(page, look.viewport.width, path)
    }
    await page.goto(`${stage.origin}/staff${player}`)
    for (const n of [0, 4]) {
      await page.getByRole('main').getByRole('region').first().getByRole('button').nth(n).click()
      await page.getByRole('dialog').waitFor()
      await check(page, look.viewport.width, `dialog ${n}`)
      await page.keyboard.press('Escape')
    }
    expect(stage.complaints).toEqual([])
  })
})

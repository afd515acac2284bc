import { newNonce } from '@dabble/api'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pairingCodeOf, staffOf } from '../../apps/server/test/harness.ts'
import { violations } from '../axe.ts'
import { browserPath, noBrowser, phone } from '../browser.ts'
import { staffPage } from '../staff-page.ts'
import { openStage, type Stage } from '../stage.ts'

describe.each([
  { locale: 'ko-KR', colorScheme: 'light' },
  { locale: 'en-US', colorScheme: 'dark' },
] as const)('the screens for prizes in $locale, $colorScheme', ({ locale, colorScheme }) => {
  let stage: Stage
  let page: Page
  let stranger: Page
  const opened: Record<string, string> = {}
  beforeEach(({ skip }) => skip(!browserPath, noBrowser))
  beforeAll(async () => {
    if (!browserPath) return
    stage = await openStage()
    const look = { ...phone, locale, colorScheme, reducedMotion: 'reduce' } as const
    stranger = await (await stage.phone(look)).newPage()
    await stranger.goto(`${stage.origin}/staff`)
    await stranger.getByRole('textbox').waitFor()
    await checks(stranger)
    await stranger.goto(`${stage.origin}/staff?pair=${pairingCodeOf(stage.game())}`)
    await stranger.locator('[name=again]').waitFor()
    await checks(stranger)

    const crew = await staffOf(stage.game())
    const staff = crew.client.staff
    const player = await stage.game().join('꽥꽥이')
    await player.ended((await player.send('오리와 백조')).id)
    const [round] = await staff.rounds.list.query()
    const prizes = await Promise.all(
      (['participation', 'spot', 'draw', 'rank'] as const).map(kind => {
        const ranks = kind === 'rank' ? { roundId: round?.id ?? '', windowId: null, from: 1, to: 3 } : null
        return staff.prizes.create.mutate({ kind, name: { ko: '오리', en: 'Duck' }, stock: 2, ranks })
      }),
    )
    const prizeId = prizes[1]?.id ?? ''
    const award = await staff.awards.give.mutate({ nonce: newNonce(), prizeId, playerId: player.id, reason: 'quack' })
    opened.prize = `/prizes/${prizeId}`
    opened.give = `/give?player=${player.id}`
    opened.claim = `/claim/${award.claimCode}`
    page = await staffPage(stage, crew, '', look)
    await page.locator('#code').waitFor()
  })
  afterAll(() => stage?.close())

  async function checks(page: Page): Promise<void> {
    await page.locator('h1').first().waitFor()
    await page.waitForFunction(() => !document.querySelector('main [role=status] [class*=line]'))
    expect(await violations(page)).toEqual([])
    // Nothing is wider than the phone.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(stage.complaints).toEqual([])
  }
  const open = (path: string) => page.goto(`${stage.origin}/staff${path}`)

  it.each(['', '/prizes', '/prizes/new', '/give', '/awards', '/draw', '/ranks', '/nowhere'])('%s', async path => {
    await open(path)
    await checks(page)
  })

  it('a prize, a spot prize with its second step', async () => {
    await open(opened.prize ?? '')
    await checks(page)
    await open(opened.give ?? '')
    await page.locator('main input[type=radio]').nth(1).check({ force: true })
    await page.locator('main textarea, main input[maxlength="200"]').first().fill('quack')
    await checks(page)
    await page.locator('main button').last().click()
    await page.locator('dialog[open]').waitFor()
    await checks(page)
  })

  it('what a code comes to: an offer, handed over, already handed over, unknown', async () => {
    await open(opened.claim ?? '')
    const offer = page.locator('main li button').first()
    await offer.waitFor()
    await checks(page)
    await offer.click()
    await page.locator('[data-tone=good]').waitFor()
    await checks(page)
    await open(opened.claim ?? '')
    await page.locator('[data-tone=stop]').waitFor()
    await checks(page)
    await page.locator('#code').fill('ZZZZZ')
    await page.locator('#code').press('Enter')
    await page.locator('[data-tone=stop]').waitFor()
    await checks(page)
  })

  it('the menu of a phone, and the lock', async () => {
    await page.locator('nav button').click()
    await page.locator('dialog[open]').waitFor()
    await checks(page)
    await page.keyboard.press('Escape')
    await page.locator('header button').last().click()
    await page.locator('input[type=password]').waitFor()
    await checks(page)
  })
})

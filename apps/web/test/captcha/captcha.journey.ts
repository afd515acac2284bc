import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { browserPath, launchBrowser, noBrowser, watchPage } from '../../../../test/browser.ts'
import { serveCaptchaPage } from './serve.ts'

if (!browserPath) console.info(`CAPTCHA journey skipped: ${noBrowser}`)

describe.skipIf(!browserPath)('the CAPTCHA on a plain http:// LAN address', () => {
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveCaptchaPage>>
  let shortLived: typeof site

  beforeAll(async () => {
    browser = await launchBrowser()
    site = await serveCaptchaPage({ difficulty: 20 })
    // Renewed 15 s before its end, that is: after one second.
    shortLived = await serveCaptchaPage({ difficulty: 20, ttlMs: 16_000 })
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    await shortLived?.close()
  })

  async function open(origin: string, prepare?: (page: Page) => Promise<unknown>) {
    const context = await browser.newContext()
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const complaints = watchPage(page, origin)
    await prepare?.(page)
    await page.goto(origin)
    const box = page.getByRole('checkbox', { name: 'I am not a robot' })
    const status = page.getByRole('status').first()
    const draw = page.getByRole('button', { name: 'Draw' })
    const type = () => page.getByLabel('Prompt').fill('a duck')
    return { page, box, status, draw, type, complaints }
  }

  it('ticks itself while the player types, is spent once, and the next one is made at once', async () => {
    const { page, box, draw, type, complaints } = await open(site.origin)
    expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([false, 'undefined'])
    expect(await box.isChecked()).toBe(false)
    await type()
    await page.locator('[data-state=solved]').waitFor()
    expect(await box.isChecked()).toBe(true)
    for (const _ of [1, 2]) {
      const renewed = page.waitForRequest('**/challenge')
      await draw.click()
      await renewed
      await page.locator('[data-state=solved]').waitFor()
      await page.getByText('ok', { exact: true }).waitFor()
    }
    expect(complaints).toEqual([])
  })

  it('can be ticked by keyboard before anything is typed', async () => {
    const { page, box } = await open(site.origin)
    await page.getByLabel('Prompt').focus()
    await page.keyboard.press('Tab')
    expect(await box.evaluate(element => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Space')
    await page.locator('[data-state=solved]').waitFor()
    await page.keyboard.press('Space')
    expect(await box.isChecked()).toBe(true)
  })

  it('renews itself before it expires, and what it hands out is good', async () => {
    const { page, draw, type } = await open(shortLived.origin)
    const challenges: string[] = []
    page.on('request', request => request.url().endsWith('/challenge') && challenges.push(request.url()))
    await type()
    await expect.poll(() => challenges.length, { timeout: 10_000 }).toBeGreaterThan(1)
    await draw.click()
    await page.getByText('ok', { exact: true }).waitFor()
  })

  it('says so when the server is away, and retries by button', async () => {
    const { page, status, type } = await open(site.origin, page =>
      page.route('**/challenge', route => route.abort(), { times: 1 }),
    )
    await type()
    await page.locator('[data-state=error]').waitFor()
    expect(await status.textContent()).toBe('The check did not work.')
    await page.getByRole('button', { name: 'Check again' }).click()
    await page.locator('[data-state=solved]').waitFor()
    expect(await page.getByRole('button', { name: 'Check again' }).count()).toBe(0)
  })

  it('steps aside when none is needed', async () => {
    const { page, box, draw, type } = await open(site.origin, page =>
      page.route('**/challenge', route => route.fulfill({ body: 'null' })),
    )
    await type()
    await page.locator('[data-state=unneeded]').waitFor()
    expect([await box.isChecked(), await draw.isEnabled()]).toEqual([true, true])
  })

  it.each(['light', 'dark'] as const)('has no accessibility violations (%s)', async colorScheme => {
    const { page, type } = await open(site.origin, page => page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }))
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    await page.evaluate(axe)
    for (const state of ['idle', 'solved']) {
      if (state === 'solved') await type()
      await page.locator(`[data-state=${state}]`).waitFor()
      const violations = await page.evaluate('axe.run().then(result => result.violations.map(v => v.id))')
      expect(violations).toEqual([])
    }
  })
})

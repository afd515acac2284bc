import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { browserPath, launchBrowser, noBrowser, watchPage } from '../../../test/browser.ts'
import type { ConnectState, LinkState } from '../src/preload/bridge.ts'
import { asked, openConnectPages, show, stubBridge } from './connect-page.ts'

const address = 'https://192.168.0.7:3000'
const fingerprint = Array.from({ length: 32 }, (_, n) => (n * 7 + 16).toString(16).toUpperCase().padStart(2, '0')).join(
  ':',
)
const of = (link: LinkState, rest: Partial<ConnectState> = {}): ConnectState => ({
  link,
  box: null,
  staff: true,
  ...rest,
})
const states: Record<string, ConnectState> = {
  ask: of({ step: 'ask', address: '', problem: null }),
  wrong: of({ step: 'ask', address: '192.168.0.8', problem: 'unreachable' }, { box: address }),
  looking: of({ step: 'looking', address: '192.168.0.7:3000' }),
  certificate: of({ step: 'certificate', address, fingerprint }),
  away: of({ step: 'away', address }, { box: address }),
  changed: of({
    step: 'changed',
    address,
    pinned: fingerprint,
    fingerprint: fingerprint.toLowerCase().toUpperCase().replaceAll('1', '2'),
  }),
  audience: of({ step: 'away', address }, { box: address, staff: false }),
}
const shots = process.env.CONNECT_SHOTS

describe('the connect page', () => {
  let browser: Browser
  let pages: Awaited<ReturnType<typeof openConnectPages>>
  beforeEach(({ skip }) => skip(!browserPath, noBrowser))
  beforeAll(async () => {
    if (!browserPath) return
    browser = await launchBrowser()
    pages = await openConnectPages()
  })
  afterAll(async () => {
    await browser?.close()
    await pages?.close()
  })

  async function open(first: ConnectState, options = {}) {
    const context = await browser.newContext({
      locale: 'en-US',
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 800 },
      ...options,
    })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const complaints = watchPage(page, pages.origin)
    await stubBridge(page, first)
    await page.goto(pages.origin)
    return { page, complaints }
  }

  test('an address is typed and sent by keyboard alone; nonsense is said to be so and not sent', async () => {
    const { page, complaints } = await open(states.ask as ConnectState)
    const field = page.getByLabel('Address of the booth computer')
    await field.waitFor()
    expect(await field.evaluate(input => input === document.activeElement)).toBe(true)
    await page.keyboard.type('ftp://nowhere')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'This is no address.' }).waitFor()
    expect(await asked(page)).toEqual([])
    await field.fill('192.168.0.7:3000')
    await page.keyboard.press('Enter')
    expect(await asked(page)).toEqual([['connect', '192.168.0.7:3000']])
    expect(complaints).toEqual([])
  })

  test('says what was wrong, keeps what was typed, and goes back to the known box', async () => {
    const { page } = await open(states.wrong as ConnectState)
    await page.getByRole('alert').filter({ hasText: 'Nothing answers there.' }).waitFor()
    expect(await page.getByLabel('Address').inputValue()).toBe('192.168.0.8')
    await page.getByRole('button', { name: `Back to ${address}` }).click()
    expect(await asked(page)).toEqual([['retry']])
  })

  test('away, tried by hand, back: each step takes the focus, so that it is spoken', async () => {
    const { page } = await open(states.ask as ConnectState)
    await page.getByLabel('Address').waitFor()
    await show(page, states.looking as ConnectState)
    await page.getByRole('heading', { name: 'Looking for' }).waitFor()
    await show(page, states.away as ConnectState)
    await page.getByRole('heading', { name: 'does not answer' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('The booth computer does not answer')
    await page.getByRole('button', { name: 'Try now' }).click()
    await page.getByRole('button', { name: 'Another address' }).click()
    await page.getByRole('button', { name: 'End the kiosk' }).click()
    expect(await asked(page)).toEqual([['retry'], ['changeBox'], ['exit']])
  })

  test('a certificate is trusted by the fingerprint that was shown; a changed one is alarming', async () => {
    const { page } = await open(states.certificate as ConnectState)
    const shown = page.getByRole('figure', { name: 'Fingerprint (SHA-256)' })
    expect((await shown.locator('span').allInnerTexts()).join(':')).toBe(fingerprint)
    await page.getByRole('button', { name: 'It is the same: connect' }).click()
    expect(await asked(page)).toEqual([['trust', fingerprint]])
    await show(page, states.changed as ConnectState)
    await page.getByText('do not connect, and check the network').waitFor()
    expect(await page.getByRole('figure').count()).toBe(2)
  })

  test('the audience sees that the game will be back, and nothing to press', async () => {
    const { page } = await open(states.audience as ConnectState)
    await page.getByRole('heading', { name: 'Back in a moment' }).waitFor()
    expect(await page.getByRole('button').count()).toBe(0)
  })

  const looks = [
    { locale: 'ko-KR', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
    { locale: 'en-US', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
    { locale: 'ko-KR', colorScheme: 'dark', viewport: { width: 420, height: 900 } },
  ] as const
  test.each(looks)('every step in $locale, $colorScheme, $viewport.width wide', async look => {
    const { page } = await open(states.ask as ConnectState, look)
    for (const [name, state] of Object.entries(states)) {
      await show(page, states.looking as ConnectState)
      await page.locator('[aria-busy=true]').waitFor()
      await show(page, state)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await violations(page), name).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(
        look.viewport.width,
      )
      if (shots) await page.screenshot({ path: `${shots}/${name}-${look.locale}-${look.viewport.width}.png` })
    }
  })

  test('the language is a click away, and stays', async () => {
    const { page } = await open(states.ask as ConnectState)
    await page.getByRole('button', { name: '한국어' }).click()
    await page.getByRole('heading', { name: '부스 컴퓨터가 어디에 있나요?' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: '부스 컴퓨터가 어디에 있나요?' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ko')
  })
})

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 A and AA, by axe. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as never as { axe: typeof import('axe-core') }
    const found = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)
  })
}

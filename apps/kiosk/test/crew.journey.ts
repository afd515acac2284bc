import type { KioskState, Language } from '@dabble/api'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { browserPath, laptop, launchBrowser, noBrowser, watchPage } from '../../../test/browser.ts'
import { openBooth } from './booth.ts'
import { announcement, kioskState, row } from './states.ts'

if (!browserPath) console.info(`big screen journeys skipped: ${noBrowser}`)
const three = [row('A', 80), row('B', 70), row('C', 60)]
const screenOf = (more: Partial<KioskState['screen']>): KioskState => ({
  ...kioskState(three),
  screen: { languages: ['en'], blank: false, frozenAt: null, ...more },
})
const minutes = (n: number) => n * 60_000

describe.skipIf(!browserPath)('what the crew does to the big screen', () => {
  let browser: Browser
  let booth: Awaited<ReturnType<typeof openBooth>>

  beforeAll(async () => {
    browser = await launchBrowser()
    booth = await openBooth(kioskState(three))
  })
  afterAll(async () => {
    await browser?.close()
    await booth?.close()
  })

  /** With a clock of its own, so that a minute takes no minute. */
  async function open(state: KioskState, search = '?lang=en', options: BrowserContextOptions = laptop) {
    booth.show(state)
    const context = await browser.newContext(options)
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const complaints = watchPage(page, booth.origin)
    await page.clock.install()
    await page.goto(`${booth.origin}/kiosk/${search}`)
    await page.locator('h1').first().waitFor()
    const winner = (name: string) => page.getByRole('heading', { name: `winner ${name}` })
    return { page, complaints, winner, board: page.locator('ol li bdi').first() }
  }

  test('what is given away has the stage at once, one after the other, none twice; then the board is back', async () => {
    const { page, complaints, winner, board } = await open(kioskState(three))
    await board.waitFor()
    const list = [announcement('new'), announcement('old', { at: Date.now() - 1_000 })]
    booth.show({ ...kioskState(three), announcements: list })
    await winner('new').waitFor()
    await page.getByText('prize new', { exact: true }).waitFor()
    await page.getByText('the happiest swan', { exact: true }).waitFor()
    await page.locator('main img[src="/pictures/won-with-new"]').waitFor()
    await page.locator('main img[src="/pictures/prize-new"]').waitFor()
    await page.getByText('winner new wins prize new. the happiest swan').waitFor({ state: 'attached' })
    expect(await board.count()).toBe(0)
    await page.clock.fastForward(12_500)
    await winner('old').waitFor()
    await page.clock.fastForward(12_500)
    await board.waitFor()
    booth.show({ ...kioskState(three), announcements: list })
    await page.clock.fastForward(2_000)
    expect(await winner('new').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('taken back while it has the stage: gone at once', async () => {
    const { winner, board } = await open({ ...kioskState(three), announcements: [announcement('A')] })
    await winner('A').waitFor()
    booth.show(kioskState(three))
    await board.waitFor()
    expect(await winner('A').count()).toBe(0)
  })

  test('a screen that reloads in the middle shows it once more, and no third time', async () => {
    const { page, winner, board } = await open({ ...kioskState(three), announcements: [announcement('A')] })
    await winner('A').waitFor()
    await page.reload()
    await winner('A').waitFor()
    await page.reload()
    await board.waitFor()
    expect(await winner('A').count()).toBe(0)
  })

  test('no motion for those who asked for none', async () => {
    const calm = { ...laptop, reducedMotion: 'reduce' } as const
    const { page, winner } = await open({ ...kioskState(three), announcements: [announcement('A')] }, '?lang=en', calm)
    await winner('A').waitFor()
    expect(await page.locator('main').evaluate(main => main.getAnimations({ subtree: true }).length)).toBe(0)
    const painted = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas
      return canvas
        .getContext('2d')
        ?.getImageData(0, 0, width, height)
        .data.some(byte => byte > 0)
    })
    expect(painted).toBe(false)
  })

  test('a board that stands still says since when, while new pictures come in', async () => {
    const at = Date.UTC(2026, 9, 1, 7, 20)
    const { page } = await open({ ...screenOf({ frozenAt: at }), at })
    await page.getByText('Board frozen since 16:20').waitFor()
    const newest = [{ ...kioskState([row('D', 99)]).newest[0], at: at + 1_000 }] as KioskState['newest']
    booth.show({ ...screenOf({ frozenAt: at }), at: at + 2_000, newest })
    await page.clock.fastForward(5_000)
    await page.locator('img[src="/pictures/newest-of-D"]').waitFor()
    booth.show(screenOf({}))
    await page.getByText('Board frozen').waitFor({ state: 'detached' })
  })

  test('blank: the contest and nothing else, also after a reload and for what is given away meanwhile', async () => {
    const { page, winner, board } = await open(kioskState(three))
    await board.waitFor()
    booth.show({ ...screenOf({ blank: true }), announcements: [announcement('A')] })
    await board.waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('heading', { name: 'Test contest' }).waitFor()
    expect(await page.locator('img, [role=img], ol').count()).toBe(0)
    expect(await page.getByText('duck.example').count()).toBe(0)
    booth.show({ ...kioskState(three), announcements: [announcement('A')] })
    await winner('A').waitFor()
  })

  test('one language or both in turn, as the crew wants it; the address of the screen wins', async () => {
    const heading = { en: 'Leaderboard', ko: '순위표' }
    const seen = async (languages: Language[], search: string) => {
      const { page } = await open(screenOf({ languages }), search)
      const said = async () => (await page.locator('#leaderboard').textContent()) ?? ''
      const first = await said()
      await page.clock.fastForward(15_500)
      await page.waitForFunction(() => document.querySelector('#leaderboard')?.textContent)
      return [first, await said()]
    }
    expect(await seen(['ko'], '')).toEqual([heading.ko, heading.ko])
    expect(await seen(['ko', 'en'], '')).toEqual([heading.ko, heading.en])
    expect(await seen(['ko'], '?lang=en')).toEqual([heading.en, heading.en])
  })

  test('when nobody plays, the way in and the board take turns until somebody does', async () => {
    const quiet = { ...kioskState(three), newest: [] }
    const { page, board } = await open(quiet)
    await board.waitFor()
    const pass = async (ms: number, entries = quiet.counters.entries) => {
      await page.clock.fastForward(ms)
      const at = await page.evaluate(() => Date.now())
      booth.show({ ...quiet, at, counters: { ...quiet.counters, entries } })
    }
    const wayIn = page.getByText('Draw this. With words.')
    await pass(minutes(3) + 2_000)
    await wayIn.waitFor()
    await pass(30_000)
    await board.waitFor()
    await pass(30_000)
    await wayIn.waitFor()
    await pass(1_000, quiet.counters.entries + 1)
    await board.waitFor()
  })

  test.each([
    { distance: 2, inches: 55, viewport: { width: 1920, height: 1080 } },
    { distance: 3, inches: 55, viewport: { width: 1920, height: 1080 } },
    { distance: 4, inches: 75, viewport: { width: 3840, height: 2160 } },
    { distance: 2.5, inches: 55, viewport: { width: 1080, height: 1920 } },
  ])('the code is a tenth of $distance m on $inches inches', async ({ distance, inches, viewport }) => {
    const { page } = await open(kioskState(three), `?lang=en&distance=${distance}&inches=${inches}`, { viewport })
    const code = page.getByRole('img', { name: 'https://duck.example/' })
    await code.waitFor()
    const { width, modules } = await code.evaluate(svg => ({
      width: Math.min(svg.getBoundingClientRect().width, svg.getBoundingClientRect().height),
      modules: (svg as SVGSVGElement).viewBox.baseVal.width,
    }))
    const metresPerPixel = (inches * 0.0254) / Math.hypot(viewport.width, viewport.height)
    const dark = (width * (modules - 8)) / modules
    expect(dark * metresPerPixel).toBeGreaterThanOrEqual(distance / 10 - 0.005)
    const colors = await code.evaluate(svg => [...svg.children].map(part => part.getAttribute('fill')))
    expect(colors).toEqual(['#fff', '#000'])
  })
})

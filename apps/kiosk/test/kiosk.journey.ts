import type { BoardRow, KioskState } from '@dabble/api'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { violations } from '../../../test/axe.ts'
import { browserPath, laptop, launchBrowser, noBrowser, watchPage } from '../../../test/browser.ts'
import { openBooth } from './booth.ts'
import { announcement, kioskState, row } from './states.ts'

if (!browserPath) console.info(`big screen journeys skipped: ${noBrowser}`)
const three = [row('A', 80), row('B', 70), row('C', 60)]

describe.skipIf(!browserPath)('the big screen', () => {
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

  async function open(search = '?lang=en', options: BrowserContextOptions = laptop) {
    const context = await browser.newContext(options)
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const complaints = watchPage(page, booth.origin)
    await page.goto(`${booth.origin}/kiosk/${search}`)
    return { page, complaints, names: () => page.locator('ol li bdi').allInnerTexts() }
  }

  test('rows glide to their new ranks, marked by arrow and number; the leader is told to screen readers', async () => {
    booth.show(kioskState(three))
    const { page, complaints, names } = await open()
    await page.getByText('player A leads with 80.00.').waitFor({ state: 'attached' })
    const glided = await watchAnimations(page)
    booth.show(kioskState([row('C', 90), row('A', 80), row('B', 70)]))
    await page.getByText('up 2 places').waitFor({ state: 'attached' })
    expect(await names()).toEqual(['player C', 'player A', 'player B'])
    expect((await glided()).filter(text => text.includes('player B'))).not.toEqual([])
    expect(await page.getByText('down 1 place', { exact: true }).count()).toBe(2)
    await page.getByText('player C leads with 90.00.').waitFor({ state: 'attached' })
    expect(complaints).toEqual([])
  })

  test('who asked for no motion gets none', async () => {
    booth.show(kioskState(three))
    const { page } = await open('?lang=en', { ...laptop, reducedMotion: 'reduce' })
    await page.getByText('player A leads').waitFor({ state: 'attached' })
    booth.show(kioskState([row('C', 90), row('A', 80), row('B', 70)]))
    await page.getByText('player C leads').waitFor({ state: 'attached' })
    const animated = page.locator('ol').evaluate(ol => ol.getAnimations({ subtree: true }).length)
    expect(await animated).toBe(0)
  })

  test('pictures that may not be shown, or are hidden later, are not on the screen', async () => {
    booth.show(kioskState([row('A', 80, { picture: null }), row('B', 70)]))
    const { page } = await open()
    await page.locator('img[src="/pictures/newest-of-A"]').waitFor()
    expect(await page.locator('ol img').evaluateAll(all => all.map(img => img.getAttribute('src')))).toEqual([
      '/pictures/best-of-B',
    ])
    booth.show({ ...kioskState([row('A', 80, { picture: null })]), newest: [] })
    await page.locator('img[src="/pictures/newest-of-A"]').waitFor({ state: 'detached' })
  })

  test('server away: the last state stays with its time, also after a reload, until it is back', async () => {
    onTestFinished(() => booth.comeBack())
    const at = todayInSeoul(14, 3)
    booth.show({ ...kioskState(three), at, newest: [] })
    const { page, complaints, names } = await open()
    await page.waitForFunction(() => localStorage.length > 0)
    booth.goAway()
    const everybody = ['player A', 'player B', 'player C']
    await page.getByText('as of 14:03').waitFor()
    // Rows come a moment later: first the board is measured.
    await page.locator('ol li').nth(2).waitFor()
    expect(await names()).toEqual(everybody)
    await page.reload()
    await page.getByText('as of 14:03').waitFor()
    await page.locator('ol li').nth(2).waitFor()
    expect(await names()).toEqual(everybody)
    booth.comeBack()
    await page.getByText('as of 14:03').waitFor({ state: 'detached' })
    await page.locator('img[src="/pictures/target"]').waitFor()
    expect(complaints).toEqual([])
  })

  test('a screen that is switched on while the server is away waits, and starts by itself', async () => {
    onTestFinished(() => booth.comeBack())
    booth.show(kioskState(three))
    booth.goAway()
    const { page, complaints } = await open()
    await page.getByText('The stage is being set').waitFor()
    booth.comeBack()
    await page.getByText('player A', { exact: true }).first().waitFor()
    expect(complaints).toEqual([])
  })

  const long = '가나다라마바사아자차카타파하거너더러머버'
  const crowd = Array.from({ length: 20 }, (_, i) =>
    row(`P${i}`, 90 - i, { nickname: long, tied: i % 2 === 0, ghost: i === 2, scoreShown: '85.12345678' }),
  )
  const sizes = [
    { width: 1920, height: 1080 },
    { width: 3840, height: 2160 },
    { width: 1080, height: 1920 },
    { width: 1280, height: 720 },
    { width: 1024, height: 768 },
  ]
  test.each(sizes)('long names and long scores break no layout: $width×$height', async viewport => {
    booth.show(kioskState(crowd))
    const { page } = await open('?lang=en', { viewport, reducedMotion: 'reduce' })
    await page.locator('ol li').nth(4).waitFor()
    expect(await page.evaluate(sticksOut)).toEqual([])
    const rows = await page.locator('ol li').count()
    expect(rows).toBeGreaterThanOrEqual(9)
    expect(rows).toBeLessThanOrEqual(10)
  })

  const longNews = announcement('A', {
    nickname: long,
    prizeName: { en: 'A very limited '.repeat(5), ko: '아주 한정된 '.repeat(8) },
    reason: 'because this is the happiest swan that we have seen in two days at this booth, '.repeat(2),
  })
  const crowded = {
    podium: kioskState(
      crowd.map(row => ({ ...row, prompt: '호수에 떠 있는 오리와 백조 '.repeat(9) })),
      'revealed',
    ),
    announcement: { ...kioskState(crowd), announcements: [longNews] },
    'way in': kioskState([]),
    'frozen and closed': {
      ...kioskState(crowd, 'closed'),
      screen: { ...kioskState([]).screen, frozenAt: Date.now() },
      contest: { ...kioskState([]).contest, name: long },
    },
  }
  test.each(Object.entries(crowded))('nothing sticks out of any screen: %s', async (_, state) => {
    booth.show({ ...state, announcements: state.announcements.map(news => ({ ...news, at: Date.now() })) })
    for (const viewport of sizes) {
      for (const lang of ['ko', 'en']) {
        const { page } = await open(`?lang=${lang}`, { viewport, reducedMotion: 'reduce' })
        await page.locator('main h2').first().waitFor()
        expect(await page.evaluate(sticksOut), `${viewport.width}×${viewport.height} ${lang}`).toEqual([])
      }
    }
  })

  test('on the podium whoever is tied stands as high, in the same colour, and the prompts are told with the reveal', async () => {
    const state = kioskState(three, 'revealed')
    const rows = [1, 2, 2].map((rank, i) => ({ ...three[i], rank, tied: rank === 2, prompt: `words ${i}` }) as BoardRow)
    booth.show({ ...state, board: state.board && { ...state.board, rows } })
    const { page } = await open()
    await page.getByText('words 2').waitFor()
    const steps = await page.locator('[data-place]').evaluateAll(places =>
      places.map(place => {
        const step = place.lastElementChild as HTMLElement
        return [step.textContent, step.clientHeight, getComputedStyle(step).backgroundColor]
      }),
    )
    expect(steps[1]).toEqual(steps[2])
    expect(steps[0]?.[1]).toBeGreaterThan(Number(steps[1]?.[1]))
  })

  const scenes: Record<string, KioskState> = {
    game: kioskState(crowd),
    alone: kioskState(three.slice(0, 1)),
    nobody: kioskState([]),
    between: kioskState([], null),
    podium: kioskState(three, 'final'),
    frozen: { ...kioskState(three), screen: { languages: ['en', 'ko'], blank: false, frozenAt: Date.now() } },
    announcement: { ...kioskState(three), announcements: [announcement('A')] },
  }
  test.each(Object.keys(scenes))('accessible, both themes, both languages: %s', async scene => {
    booth.show(scenes[scene] as KioskState)
    for (const search of ['?lang=en&theme=dark', '?lang=ko&theme=light']) {
      const { page, complaints } = await open(search, { ...laptop, reducedMotion: 'reduce' })
      await page.locator('main h2').first().waitFor()
      expect(await violations(page)).toEqual([])
      expect(complaints).toEqual([])
    }
  })
})

/** From now on: the texts of rows that began to move. Noted when it happens; on a slow machine a glide is over before one looks. */
async function watchAnimations(page: Page): Promise<() => Promise<string[]>> {
  const moved: string[] = []
  await page.exposeFunction('rowMoves', (text: string) => moved.push(text))
  await page.evaluate(() => {
    const { rowMoves } = globalThis as unknown as { rowMoves(text: string): void }
    const { animate } = Element.prototype
    Element.prototype.animate = function (...how) {
      if (this.matches('ol li')) rowMoves(this.textContent ?? '')
      return animate.apply(this, how)
    }
  })
  // By the time this call has been answered, earlier ones have been heard.
  return async () => {
    await page.evaluate(() => {})
    return moved
  }
}

/** A time of today's where the contest is, whatever the day is elsewhere. */
function todayInSeoul(hours: number, minutes: number): number {
  const ahead = 9 * 3_600_000
  const midnight = new Date(Date.now() + ahead).setUTCHours(0, 0, 0, 0) - ahead
  return midnight + (hours * 60 + minutes) * 60_000
}

/** Elements of the page that reach beyond the screen or out of their row. */
function sticksOut(): string[] {
  const within = (inner: DOMRect, outer: { left: number; right: number; top: number; bottom: number }) =>
    inner.left >= outer.left - 1 &&
    inner.right <= outer.right + 1 &&
    inner.top >= outer.top - 1 &&
    inner.bottom <= outer.bottom + 1
  const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
  const parts = [
    ...document.querySelectorAll(
      'header, header > *, main > :not([aria-hidden]), main section > *, main h2, footer, footer div, ol li',
    ),
  ]
  const out = parts.filter(part => !within(part.getBoundingClientRect(), screen))
  const cells = [...document.querySelectorAll('ol li')].flatMap(li =>
    [...li.querySelectorAll(':scope > span:not(:first-child)')].filter(
      cell => cell.clientWidth > 1 && !within(cell.getBoundingClientRect(), li.getBoundingClientRect()),
    ),
  )
  return [...out, ...cells].map(element => `${element.tagName} ${element.className} ${element.textContent}`)
}

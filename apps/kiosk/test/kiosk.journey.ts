import type { BoardRow } from '@dabble/api'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { browserPath, laptop, noBrowser } from '../../../test/browser.ts'
import { bigScreens } from './big-screen.ts'
import { kioskState, row } from './states.ts'

if (!browserPath) console.info(`big screen journeys skipped: ${noBrowser}`)
const three = [row('A', 80), row('B', 70), row('C', 60)]

describe.skipIf(!browserPath)('the big screen', () => {
  const { booth, open } = bigScreens()

  test('rows glide to their new ranks, marked by arrow and number; the leader is told to screen readers', async () => {
    booth().show(kioskState(three))
    const { page, complaints, names } = await open()
    await page.getByText('player A leads with 80.00.').waitFor({ state: 'attached' })
    const glided = await watchAnimations(page)
    booth().show(kioskState([row('C', 90), row('A', 80), row('B', 70)]))
    await page.getByText('up 2 places').waitFor({ state: 'attached' })
    expect(await names()).toEqual(['player C', 'player A', 'player B'])
    expect((await glided()).filter(text => text.includes('player B'))).not.toEqual([])
    expect(await page.getByText('down 1 place', { exact: true }).count()).toBe(2)
    await page.getByText('player C leads with 90.00.').waitFor({ state: 'attached' })
    expect(complaints).toEqual([])
  })

  test('who asked for no motion gets none', async () => {
    booth().show(kioskState(three))
    const { page } = await open('?lang=en', { ...laptop, reducedMotion: 'reduce' })
    await page.getByText('player A leads').waitFor({ state: 'attached' })
    booth().show(kioskState([row('C', 90), row('A', 80), row('B', 70)]))
    await page.getByText('player C leads').waitFor({ state: 'attached' })
    const animated = page.locator('ol').evaluate(ol => ol.getAnimations({ subtree: true }).length)
    expect(await animated).toBe(0)
  })

  test('pictures that may not be shown, or are hidden later, are not on the screen', async () => {
    booth().show(kioskState([row('A', 80, { picture: null }), row('B', 70)]))
    const { page } = await open()
    await page.locator('img[src="/pictures/newest-of-A"]').waitFor()
    expect(await page.locator('ol img').evaluateAll(all => all.map(img => img.getAttribute('src')))).toEqual([
      '/pictures/best-of-B',
    ])
    booth().show({ ...kioskState([row('A', 80, { picture: null })]), newest: [] })
    await page.locator('img[src="/pictures/newest-of-A"]').waitFor({ state: 'detached' })
  })

  test('server away: the last state stays with its time, also after a reload, until it is back', async () => {
    onTestFinished(() => booth().comeBack())
    const at = todayInSeoul(14, 3)
    booth().show({ ...kioskState(three), at, newest: [] })
    const { page, complaints, names } = await open()
    await page.waitForFunction(() => localStorage.length > 0)
    booth().goAway()
    const everybody = ['player A', 'player B', 'player C']
    await page.getByText('as of 14:03').waitFor()
    // Rows come a moment later: first the board is measured.
    await expect.poll(names).toEqual(everybody)
    // Nobody has played for three minutes: people would be asked in, were the server there.
    await page.clock.setFixedTime(at + 3 * 60_000)
    await page.reload()
    await page.getByText('as of 14:03').waitFor()
    await expect.poll(names).toEqual(everybody)
    booth().comeBack()
    await page.getByText('as of 14:03').waitFor({ state: 'detached' })
    await page.locator('img[src="/pictures/target"]').waitFor()
    expect(complaints).toEqual([])
  })

  test('a screen that is switched on while the server is away waits, and starts by itself', async () => {
    onTestFinished(() => booth().comeBack())
    booth().show(kioskState(three))
    booth().goAway()
    const { page, complaints } = await open()
    await page.getByText('The stage is being set').waitFor()
    booth().comeBack()
    await page.getByText('player A', { exact: true }).first().waitFor()
    expect(complaints).toEqual([])
  })

  test('on the podium whoever is tied stands as high, in the same colour, and the prompts are told with the reveal', async () => {
    const state = kioskState(three, 'revealed')
    const rows = [1, 2, 2].map((rank, i) => ({ ...three[i], rank, tied: rank === 2, prompt: `words ${i}` }) as BoardRow)
    booth().show({ ...state, board: state.board && { ...state.board, rows } })
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

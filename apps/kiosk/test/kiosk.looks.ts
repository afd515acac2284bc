import type { KioskState } from '@dabble/api'
import { describe, expect, test } from 'vitest'
import { violations } from '../../../test/axe.ts'
import { browserPath, laptop, noBrowser } from '../../../test/browser.ts'
import { bigScreens } from './big-screen.ts'
import { announcement, kioskState, row } from './states.ts'

if (!browserPath) console.info(`looks of the big screen skipped: ${noBrowser}`)
const three = [row('A', 80), row('B', 70), row('C', 60)]

describe.skipIf(!browserPath)('how the big screen looks', () => {
  const { booth, open } = bigScreens()

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
    booth().show(kioskState(crowd))
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
    booth().show({ ...state, announcements: state.announcements.map(news => ({ ...news, at: Date.now() })) })
    for (const viewport of sizes) {
      for (const lang of ['ko', 'en']) {
        const { page } = await open(`?lang=${lang}`, { viewport, reducedMotion: 'reduce' })
        await page.locator('main h2').first().waitFor()
        expect(await page.evaluate(sticksOut), `${viewport.width}×${viewport.height} ${lang}`).toEqual([])
        // Ten screens that go on drawing would slow each other down.
        await page.close()
      }
    }
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
    booth().show(scenes[scene] as KioskState)
    for (const search of ['?lang=en&theme=dark', '?lang=ko&theme=light']) {
      const { page, complaints } = await open(search, { ...laptop, reducedMotion: 'reduce' })
      await page.locator('main h2').first().waitFor()
      expect(await violations(page)).toEqual([])
      expect(complaints).toEqual([])
      await page.close()
    }
  })
})

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

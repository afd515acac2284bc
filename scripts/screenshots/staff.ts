import type { Browser, BrowserContextOptions } from 'playwright-core'
import { laptop, phone } from '../../test/browser.ts'
import { shoot } from './camera.ts'
import type { Crew } from './crew.ts'
import { looks } from './looks.ts'

interface Shot {
  screen: string
  path: string
  /** Includes what one would have to scroll to. */
  whole?: boolean
}

/** A phone in the dark of a hall, a laptop in daylight, and the other way round in the other language. */
const devices: Record<string, { context: BrowserContextOptions; looks: string[]; scale: number }> = {
  phone: { context: phone, looks: ['ko-dark', 'en-light'], scale: 1 },
  desk: { context: laptop, looks: ['ko-light', 'en-dark'], scale: 0.5 },
}

/** Takes screens of the crew's, on every kind of device that they use. */
export async function shootStaff(browser: Browser, origin: string, crew: Crew, shots: Shot[]): Promise<void> {
  for (const [device, { context, looks: wanted, scale }] of Object.entries(devices)) {
    for (const { language, theme, name } of looks.filter(look => wanted.includes(look.name))) {
      const booth = await browser.newContext({ ...context, locale: language, colorScheme: theme })
      await booth.addCookies(crew.cookies().map(cookie => ({ ...cookie, url: origin })))
      const page = await booth.newPage()
      for (const { screen, path, whole } of shots) {
        await page.goto(`${origin}/staff${path}`)
        await page.locator('h1').first().waitFor({ state: 'attached' })
        await page.waitForLoadState('networkidle', { timeout: 1_000 }).catch(() => {})
        await shoot(page, `staff-${device}-${screen}-${name}`, { scale, whole })
      }
      await booth.close()
    }
  }
}

/** While a round is played. */
export const playing = (claimCode: string, playerId: string): Shot[] => [
  { screen: 'hand-over', path: '/' },
  { screen: 'claim', path: `/claim/${claimCode}` },
  { screen: 'give', path: '/give' },
  { screen: 'screening', path: '/screening' },
  { screen: 'players', path: '/players' },
  { screen: 'player', path: `/players/${playerId}` },
  { screen: 'draw', path: '/draw' },
  { screen: 'awards', path: '/awards' },
  { screen: 'prizes', path: '/prizes' },
  { screen: 'rounds', path: '/rounds' },
  { screen: 'new-round', path: '/rounds/new' },
  { screen: 'settings', path: '/settings', whole: true },
  { screen: 'health', path: '/health' },
  { screen: 'crew', path: '/crew' },
  { screen: 'log', path: '/log' },
]

/** Once it is final. */
export const final: Shot[] = [
  { screen: 'ranks', path: '/ranks' },
  { screen: 'final-round', path: '/rounds' },
]

/** While nobody has unlocked it. */
export const locked: Shot[] = [{ screen: 'locked', path: '/' }]

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { startGame, type TestGame, temporaryFolder, testRules } from '../apps/server/test/harness.ts'
import { freePort } from '../apps/server/test/server-process.ts'
import { boothHost, launchBrowser, phone, watchPage } from './browser.ts'

type Rules = Partial<Record<keyof typeof testRules, unknown>>

/** A real game at a plain `http://` name that is not loopback, as phones meet it, and a real Chromium to play it in. */
export interface Stage {
  origin: string
  game(): TestGame
  browser: Browser
  /** A phone of its own: cookies and storage. Everything its pages complain of ends up in `complaints`. */
  phone(options?: BrowserContextOptions): Promise<BrowserContext>
  complaints: string[]
  /** Everybody goes home: pages that nobody looks at any more would go on drawing every change of the game. */
  clear(): Promise<void>
  /** The server goes away, and comes back on the same data and port. */
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

export async function openStage(rules: Rules = {}): Promise<Stage> {
  const folder = await temporaryFolder()
  const port = String(await freePort())
  const origin = `http://${boothHost}:${port}`
  const start = () =>
    startGame({
      folder,
      environment: { PORT: port, PUBLIC_URL: origin },
      firstRound: { ...testRules, ...rules } as never,
      captchaDifficulty: 20,
    })
  let game = await start()
  const browser = await launchBrowser()
  const complaints: string[] = []
  return {
    origin,
    game: () => game,
    browser,
    complaints,
    async phone(options) {
      // Drawing motion in software is a third of what a journey costs; whoever is about motion asks for it.
      const context = await browser.newContext({ ...phone, locale: 'en-US', reducedMotion: 'reduce', ...options })
      context.on('page', page => watchPage(page, origin, complaints))
      return context
    },
    async clear() {
      await Promise.all(browser.contexts().map(context => context.close()))
    },
    stop: () => game.close(),
    async start() {
      game = await start()
    },
    async close() {
      await browser.close()
      await game.close()
    },
  }
}

/** From the scan to the prompt field. */
export async function joinAs(page: Page, origin: string, nickname: string): Promise<void> {
  await page.goto(origin)
  await page.getByLabel('Nickname').fill(nickname)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.getByLabel('Your prompt').waitFor()
}

export async function sendPrompt(page: Page, prompt: string): Promise<void> {
  await page.getByLabel('Your prompt').fill(prompt)
  await page.getByRole('button', { name: 'Draw it' }).click()
}

/** Waits for the result, and gives the score as shown. */
export async function resultOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Try other words' }).waitFor()
  const said = await page.getByRole('status').filter({ hasText: 'out of 100' }).first().textContent()
  return /[\d.]+(?= out of 100)/.exec(said ?? '')?.[0] ?? ''
}

import type { Browser, Page } from 'playwright-core'
import { newNonce } from '../../packages/api/src/index.ts'
import { messages } from '../../packages/ui/src/messages/index.ts'
import { phone } from '../../test/browser.ts'
import { shoot } from './camera.ts'
import type { Crew } from './crew.ts'
import type { Look } from './looks.ts'

/** What everybody tries sooner or later. */
const more = {
  ko: ['호수에 뜬 하얀 백조', '오리 한 마리와 백조 한 마리'],
  en: ['a white swan on a lake', 'one duck and one swan'],
}

const why = { ko: '오늘 본 가장 행복한 백조', en: 'The happiest swan we have seen today' }

/** Makes the page miss everything after the first picture that is half done, until `resume` is called: drawing is too quick to be caught. */
const holdWhenHalfDone = () => {
  const held: Array<() => void> = []
  let holding = false
  const listen = EventSource.prototype.addEventListener as (type: string, run: (event: MessageEvent) => void) => void
  EventSource.prototype.addEventListener = function (
    this: EventSource,
    type: string,
    run: (event: MessageEvent) => void,
  ) {
    listen.call(this, type, event => {
      const state = type === 'progress' ? JSON.parse(event.data) : null
      if (holding) return void held.push(() => run(event))
      holding = state?.partial && state.step >= state.steps / 2
      run(event)
    })
  } as typeof EventSource.prototype.addEventListener
  Object.assign(globalThis, {
    isHeld: () => holding,
    resume: () => {
      holding = false
      for (const run of held.splice(0)) run()
    },
  })
}

declare const isHeld: () => boolean
declare const resume: () => void

/** Every screen of the phone app, as one player comes by them. */
export async function shootPhone(
  browser: Browser,
  origin: string,
  look: Look,
  crew: Crew,
  prizeId: string,
): Promise<void> {
  const { language, theme, nickname, name } = look
  const t = messages[language]
  const context = await browser.newContext({ ...phone, locale: language, colorScheme: theme })
  const page = await context.newPage()
  const take = (screen: string, options?: { whole: boolean }) => shoot(page, `phone-${screen}-${name}`, options)
  const go = async (path: string) => {
    await page.goto(`${origin}${path}`)
    await page.locator('h1').first().waitFor({ state: 'attached' })
  }
  const send = async (prompt: string) => {
    await page.getByLabel(t.play.promptLabel).fill(prompt)
    await page.getByRole('button', { name: t.play.send }).click()
  }
  const result = () => page.getByRole('button', { name: t.result.again })

  await page.addInitScript(holdWhenHalfDone)
  await go('/')
  await take('join')
  await page.getByLabel(t.join.nickname).fill('Mina')
  await page.getByRole('button', { name: t.join.start, exact: true }).click()
  await page.getByText(t.error['nickname-taken']).waitFor()
  await take('join-error')
  await page.getByLabel(t.join.nickname).fill(nickname)
  await page.getByRole('button', { name: t.join.start, exact: true }).click()
  await page.getByLabel(t.play.promptLabel).waitFor()
  await take('play')

  await send(look.prompt)
  await page.waitForFunction(() => isHeld())
  await take('drawing')
  await page.evaluate(() => resume())
  await result().waitFor()
  await take('result')
  for (const prompt of more[language]) {
    await result().click()
    await send(prompt)
    await result().waitFor()
  }
  await take('result-best')

  const award = await crew.give(nickname, prizeId, why[language])
  await page.getByRole('dialog').waitFor()
  await take('prize')
  await page.getByRole('button', { name: t.awards.later }).click()
  await shootPages(page, go, take)
  await go(`/awards/${award.id}`)
  await take('prize-absent', { whole: true })
  await crew.staff.awards.claim.mutate({ claimCode: award.claimCode, nonce: newNonce() })
  await page.getByText(t.awards.code).waitFor({ state: 'detached' })
  await take('prize-handed-over')
  const { url } = await crew.staff.players.rebind.mutate({ id: award.player.id, reason: 'Lost phone' })
  await go(new URL(url).pathname)
  await take('back')
  // A browser that plays offline keeps the streams it has: this page never gets one.
  await context.route('**/live/**', route => route.abort())
  await go('/')
  await result().click()
  await context.setOffline(true)
  await page.getByText(t.common.offline).waitFor()
  await take('offline')
  await context.close()
}

async function shootPages(
  page: Page,
  go: (path: string) => Promise<void>,
  take: (screen: string, options?: { whole: boolean }) => Promise<void>,
): Promise<void> {
  await go('/board')
  await take('board')
  await go('/pictures')
  await take('pictures')
  await page.locator('main a[href^="/pictures/"]').first().click()
  await page.waitForURL('**/pictures/*')
  await take('picture')
  await go('/me')
  await take('me', { whole: true })
  await go('/how')
  await take('how', { whole: true })
  await go('/privacy')
  await take('privacy', { whole: true })
}

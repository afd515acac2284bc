import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { staffOf, type TestPlayer, type TestStaff } from '../../apps/server/test/harness.ts'
import { browserPath, laptop, noBrowser } from '../browser.ts'
import { staffPage } from '../staff-page.ts'
import { openStage, type Stage } from '../stage.ts'

describe('screening and rounds, at a real game', () => {
  let stage: Stage
  let owner: TestStaff
  beforeEach(({ skip }) => skip(!browserPath, noBrowser))
  beforeAll(async () => {
    if (!browserPath) return
    stage = await openStage()
    owner = await staffOf(stage.game())
  })
  afterEach(() => stage?.clear())
  afterAll(() => stage?.close())

  const staff = () => owner.client.staff
  const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true })
  const statusOf = async (url: string) => (await owner.fetch(url)).status
  const board = async () => (await owner.client.board.current.query()).board?.rows.map(({ nickname }) => nickname) ?? []
  const joinAll = (names: string[]) => Promise.all(names.map(name => stage.game().join(name)))
  async function drawn(player: TestPlayer, prompt: string) {
    await player.ended((await player.send(prompt)).id)
  }

  it('screening by keyboard: what is held is not public, what is hidden is gone, and a slip is taken back', async () => {
    const page = await staffPage(stage, owner, '/screening')
    await page.getByText('Nothing waits: new pictures are shown at once.').waitFor()
    await page.getByRole('radio', { name: 'Wait for us' }).check()
    await page.getByText('Every new picture waits here').waitFor()
    const [kim] = (await joinAll(['Kim'])) as [TestPlayer]
    for (const prompt of ['a duck', 'a swan', 'a boat']) await drawn(kim, prompt)
    await page.getByText('3 pictures wait').waitFor()
    const shownOf = async () => (await staff().screening.view.query()).shown.length
    const waiting = (await staff().screening.view.query()).waiting
    const [duck, swan] = waiting.map(({ picture }) => picture.url) as [string, string]
    expect(await shownOf()).toBe(0)

    await page.getByRole('heading', { level: 1 }).click()
    // Faster than the server answers.
    await page.keyboard.press('Space')
    await page.keyboard.press('x')
    await page.getByText('1 picture waits').waitFor()
    await expect.poll(() => statusOf(swan)).toBe(410)
    expect([await statusOf(duck), await shownOf()]).toEqual([200, 1])

    await page.keyboard.press('u')
    await expect.poll(() => statusOf(swan)).toBe(200)
    await page.getByRole('button', { name: 'Hide the picture “a duck” by Kim' }).click()
    await expect.poll(() => statusOf(duck)).toBe(410)
    await page.getByRole('button', { name: 'Show the picture “a duck” by Kim' }).click()
    await expect.poll(() => statusOf(duck)).toBe(200)
    await page.keyboard.press('ArrowRight')
    await page.getByText('Nothing waits.').waitFor()
    await expect.poll(shownOf).toBe(3)
  })

  it('one key blanks the big screen, and nobody at the desk can overlook it', async () => {
    const screen = await (await stage.phone(laptop)).newPage()
    await screen.goto(`${stage.origin}/kiosk?lang=en`)
    await screen.locator('ol li').first().waitFor()
    const page = await staffPage(stage, owner, '/screening')
    await button(page, 'Blank the big screen B').or(button(page, 'Blank the big screen')).waitFor()
    await page.keyboard.press('b')
    await page.getByRole('alert').getByText('The big screen is blank').waitFor()
    await screen.locator('ol li').first().waitFor({ state: 'detached' })
    await page.keyboard.press('b')
    await page.getByText('The big screen is blank').waitFor({ state: 'detached' })
    await screen.locator('ol li').first().waitFor()
    expect(stage.complaints).toEqual([])
  })

  it('freeze lets land what was received before it; final waits for what is unfinished', {
    timeout: 120_000,
  }, async () => {
    const crowd = await joinAll(['Ann', 'Bob', 'Cho', 'Dan', 'Eve', 'Fay'])
    const late = await stage.game().join('Late')
    const page = await staffPage(stage, owner, '/rounds')
    await button(page, 'Freeze the board').click()
    await page.getByRole('dialog').waitFor()
    const sent = await Promise.all(crowd.map((player, i) => player.send(`a boat with ${i + 2} sails`)))
    await button(page.getByRole('dialog'), 'Freeze the board').click()
    await page.getByText(/Frozen since \d\d:\d\d/).waitFor()
    const [frozen] = await staff().rounds.list.query()
    expect(frozen?.unfinished, 'entries received before the freeze that are still being drawn').toBeGreaterThan(0)
    await Promise.all(crowd.map((player, i) => player.ended(sent[i]?.id as string)))
    await drawn(late, 'a lighthouse')
    await expect.poll(board).toEqual(expect.arrayContaining(['Ann', 'Bob', 'Cho', 'Dan', 'Eve', 'Fay']))
    expect(await board()).not.toContain('Late')

    await button(page, 'Unfreeze the board').click()
    await button(page.getByRole('dialog'), 'Unfreeze the board').click()
    await page.getByText('Everybody sees the board as it is.').waitFor()
    await expect.poll(board).toContain('Late')

    await button(page, 'Close the round').click()
    await page.getByRole('dialog').waitFor()
    const last = await Promise.all(crowd.map((player, i) => player.send(`a bridge with ${i + 2} arches`)))
    await button(page.getByRole('dialog'), 'Close the round').click()
    const finalise = button(page, 'Make it final')
    await page.getByText(/entr(y|ies) still waits? for (its|their) picture/).waitFor()
    expect(await finalise.isDisabled()).toBe(true)
    await Promise.all(crowd.map((player, i) => player.ended(last[i]?.id as string)))
    await expect.poll(() => finalise.isEnabled(), { timeout: 20_000 }).toBe(true)
    await finalise.click()
    await button(page.getByRole('dialog'), 'Make it final').click()
    await page.getByText(/^Revision 1\b/).waitFor()

    await staff().players.disqualify.mutate({ id: late.id, on: true, reason: 'a macro' })
    await button(page, 'Publish a revision').click()
    await button(page.getByRole('dialog'), 'Publish a revision').click()
    await page.getByText('Revision 2').waitFor()
    await button(page, 'Reveal the prompts').waitFor()
    expect(stage.complaints).toEqual([])
  })

  it('a round is made with a target and two days, typed on the contest’s clock', async () => {
    await staff().changeSettings.mutate({ contest: { timeZone: 'Asia/Seoul' } })
    const page = await staffPage(stage, owner, '/rounds/new', { ...laptop, timezoneId: 'America/New_York' } as never)
    await page.getByText(/Times are those of Asia\/Seoul/).waitFor()
    await page.getByLabel('Title in English').fill('Finale')
    await button(page, 'Add a window').click()
    await page.getByLabel('From').fill('2031-05-02T10:00')
    await page.getByLabel('To', { exact: true }).fill('2031-05-02T09:00')
    await button(page, 'Make the round').click()
    await page.getByText('A window has to end after it starts.').waitFor()
    await page.getByLabel('To', { exact: true }).fill('2031-05-02T18:00')
    await button(page, 'Add a window').click()
    await button(page, 'Make the round').click()
    await page.getByRole('heading', { name: 'Finale' }).waitFor()
    const made = (await staff().rounds.list.query()).find(({ title }) => title.en === 'Finale')
    const times = made?.windows.flatMap(({ opensAt, closesAt }) =>
      [opensAt, closesAt].map(at => new Date(at).toISOString()),
    )
    expect(times).toEqual([
      '2031-05-02T01:00:00.000Z',
      '2031-05-02T09:00:00.000Z',
      '2031-05-03T01:00:00.000Z',
      '2031-05-03T09:00:00.000Z',
    ])
    // The target of a draft is there to be looked at.
    expect(await statusOf(made?.target.url ?? '')).toBe(200)
  })
})

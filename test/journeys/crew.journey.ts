import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { staffOf, type TestStaff } from '../../apps/server/test/harness.ts'
import { browserPath, laptop, noBrowser } from '../browser.ts'
import { staffPage } from '../staff-page.ts'
import { joinAs, openStage, resultOf, type Stage, sendPrompt } from '../stage.ts'

describe('the crew, at a real game', () => {
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
  const playerId = async (text: string) => (await staff().players.search.query({ text }))[0]?.id ?? ''
  async function played(nickname: string, prompt: string): Promise<Page> {
    const page = await (await stage.phone()).newPage()
    await joinAs(page, stage.origin, nickname)
    await sendPrompt(page, prompt)
    await resultOf(page)
    return page
  }
  async function bigScreen(): Promise<Page> {
    const page = await (await stage.phone(laptop)).newPage()
    await page.goto(`${stage.origin}/kiosk?lang=en`)
    await page.getByRole('main').waitFor()
    return page
  }
  const ranks = (screen: Page) => screen.locator('ol li bdi').allInnerTexts()

  it('disqualify and restore change ranks at once: on the phone, the big screen and here', async () => {
    await played('Mallory', 'a duck and a swan on a lake')
    const phone = await played('Alice', 'a red house')
    await phone.goto(`${stage.origin}/board`)
    const onPhone = phone.getByRole('main').getByText('Mallory')
    await onPhone.waitFor()
    const screen = await bigScreen()
    await screen.locator('ol li').nth(1).waitFor()
    const before = await ranks(screen)

    const page = await staffPage(stage, owner, '/players')
    await page.getByLabel('Find a player').fill('mallo')
    await page.getByText('1 player found').waitFor()
    await page.getByLabel('Find a player').press('Enter')
    await page.getByRole('heading', { name: 'Mallory', level: 1 }).waitFor()
    const standing = await page
      .getByText(/^Rank \d/)
      .first()
      .textContent()

    await button(page, 'Disqualify').click()
    const dialog = page.getByRole('dialog', { name: 'Disqualify Mallory?' })
    await button(dialog, 'Disqualify').click()
    await dialog.getByRole('alert').waitFor()
    await button(dialog, 'Plays with a macro').click()
    await button(dialog, 'Disqualify').click()
    await page.getByText('Mallory is disqualified.').waitFor()
    await page.getByText('No rank').waitFor()
    await screen.locator('ol li', { hasText: 'Mallory' }).waitFor({ state: 'detached' })
    await screen.locator('ol li', { hasText: 'Alice' }).waitFor()
    await onPhone.waitFor({ state: 'detached' })

    await button(page, 'Undo').click()
    await page.getByText('Mallory is back in the game.').waitFor()
    await screen.locator('ol li', { hasText: 'Mallory' }).waitFor()
    await expect.poll(() => ranks(screen)).toEqual(before)
    await onPhone.waitFor()
    await expect
      .poll(() =>
        page
          .getByText(/^Rank \d/)
          .first()
          .textContent(),
      )
      .toBe(standing)
    await page.getByText('disqualified Mallory').waitFor()
    await page.getByText('restored Mallory').waitFor()
  })

  it('a lost phone comes back with the one-time address, with its time counting down', async () => {
    await played('Forgetful', 'a swan')
    const page = await staffPage(stage, owner, `/players/${await playerId('Forgetful')}`)
    await button(page, 'Lost phone').click()
    await button(page, 'Make the QR code').click()
    const dialog = page.getByRole('dialog', { name: 'Lost phone' })
    const address = (await dialog.getByText(/\/back\//).textContent()) ?? ''
    await dialog.getByRole('img', { name: address }).waitFor()
    const left = await dialog.getByRole('timer').textContent()
    await expect.poll(() => dialog.getByRole('timer').textContent(), { timeout: 5_000 }).not.toBe(left)

    const phone = await (await stage.phone()).newPage()
    await phone.goto(address)
    await phone.getByRole('button', { name: 'Play on as before' }).click()
    await phone.getByLabel('Your prompt').waitFor()
    await phone.goto(`${stage.origin}/me`)
    expect(await phone.getByLabel('Nickname').inputValue()).toBe('Forgetful')
  })

  it('an offensive nickname goes, and an erased player is gone; neither without being sure', async () => {
    await played('Rude name', 'a boat')
    const page = await staffPage(stage, owner, `/players/${await playerId('Rude name')}`)
    await button(page, 'Rename').click()
    const rename = page.getByRole('dialog')
    await rename.getByLabel('New nickname').fill('Polite name')
    await button(rename, 'Offensive pictures or name').click()
    await button(rename, 'Rename').click()
    await page.getByRole('heading', { name: 'Polite name', level: 1 }).waitFor()

    await button(page, 'Erase').click()
    const erase = page.getByRole('dialog', { name: 'Erase Polite name for good?' })
    await button(erase, 'They asked for it').click()
    await button(erase, 'Erase').click()
    await erase.getByRole('alert').waitFor()
    await erase.getByLabel('Type “Polite name” to confirm').fill('Polite name')
    await button(erase, 'Erase').click()
    await page.getByText('Polite name is erased.').waitFor()
    expect(await staff().players.search.query({ text: 'Polite name' })).toEqual([])
  })

  it('a setting holds at once on the phone, and is taken back as quickly', async () => {
    const phone = await played('Speedy', 'a cat')
    const page = await staffPage(stage, owner, '/settings')
    const pause = page.getByRole('textbox', { name: 'Pause between two entries' })
    await pause.fill('700')
    await button(page, 'Save').click()
    await page.getByText('Give a whole number from 0 to 600.').waitFor()
    await pause.fill('600')
    await button(page, 'Save').click()
    await page.getByText('Saved.').waitFor()
    const minGapMs = async () => (await staff().settings.query()).round?.minGapMs
    expect(await minGapMs()).toBe(600_000)
    await phone.getByRole('button', { name: 'Try other words' }).click()
    await phone.getByLabel('Your prompt').fill('a dog')
    await phone.getByRole('button', { name: 'Draw it' }).click()
    await phone.getByText(/The next entry is accepted in \d{3} s/).waitFor()

    await button(page, 'Undo').click()
    await page.getByText('Back to what it was.').waitFor()
    expect(await minGapMs()).toBe(0)
    expect(await pause.inputValue()).toBe('0')
    expect(stage.complaints).toEqual([])
  })

  it('a setting saved and taken back before the settings could be asked for again is what it was', async () => {
    const page = await staffPage(stage, owner, '/settings')
    const pause = page.getByRole('textbox', { name: 'Pause between two entries' })
    await pause.fill('500')
    await page.route(/staff\.settings/, () => {})
    await button(page, 'Save').click()
    await page.getByText('Saved.').waitFor()
    expect(await pause.inputValue()).toBe('500')
    expect(await button(page, 'Save').count()).toBe(0)
    await button(page, 'Undo').click()
    await page.getByText('Back to what it was.').waitFor()
    expect(await pause.inputValue()).toBe('0')
    expect(await button(page, 'Save').count()).toBe(0)
  })

  it('another device is invited by address, somebody is added, and all of it is in the log', async () => {
    const page = await staffPage(stage, owner, '/crew')
    await button(page, 'Add somebody').click()
    const add = page.getByRole('dialog', { name: 'Add somebody' })
    await add.getByLabel('Name').fill('Mina')
    await add.getByLabel('PIN', { exact: true }).fill('24680')
    await button(add, 'Add').click()
    await page.getByText('Mina is part of the crew.').waitFor()

    await button(page, 'Invite another device').click()
    const invite = page.getByRole('dialog', { name: 'Invite another device' })
    const address =
      (await invite
        .getByText(/\/staff/)
        .last()
        .textContent()) ?? ''
    const tablet = await (await stage.phone()).newPage()
    await tablet.goto(address)
    await tablet.getByRole('button', { name: 'Mina' }).click()
    await tablet.keyboard.type('24680')
    await tablet.keyboard.press('Enter')
    await tablet.getByRole('link', { name: 'Screening' }).waitFor()

    await tablet.goto(`${stage.origin}/staff/settings`)
    await tablet.getByText('An owner can change these.').waitFor()
    expect(await tablet.getByRole('main').getByRole('textbox').count()).toBe(0)

    await button(invite, 'Done').click()
    await page.getByText('Unlocked by Mina').waitFor()
    await page.goto(`${stage.origin}/staff/log`)
    await page.getByText('added Mina to the crew').waitFor()
    await page.getByText('made a code for another device').waitFor()
    await page.getByText('Pause between two entries: 600 seconds → 0 seconds').waitFor()
  })

  it('health says when the server is away, and what it knew last', async () => {
    const page = await staffPage(stage, owner, '/health')
    await page
      .getByText(/All is well\.|needs? a person/)
      .first()
      .waitFor()
    await stage.stop()
    await page.getByText('The server is not answering.').waitFor()
    await page.getByText(/This is what it looked like at \d\d:\d\d/).waitFor()
    await stage.start()
    await page.getByText('The server is not answering.').waitFor({ state: 'detached', timeout: 30_000 })
  })
})

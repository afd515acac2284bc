import { newNonce } from '@dabble/api'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { staffOf, type TestStaff } from '../../apps/server/test/harness.ts'
import { violations } from '../axe.ts'
import { browserPath, laptop, noBrowser } from '../browser.ts'
import { joinAs, openStage, resultOf, type Stage, sendPrompt } from '../stage.ts'

const claimCode = /^[A-Z0-9]{4}-[A-Z0-9]{4}$/

describe('prizes on the phone', () => {
  let stage: Stage
  let crew: TestStaff
  beforeEach(({ skip }) => skip(!browserPath, noBrowser))
  beforeAll(async () => {
    if (!browserPath) return
    stage = await openStage()
    crew = await staffOf(stage.game())
  })
  afterEach(() => stage?.clear())
  afterAll(() => stage?.close())

  const staff = () => crew.client.staff
  const prize = (en: string) =>
    staff().prizes.create.mutate({ kind: 'spot', name: { en, ko: `${en} 상` }, stock: 5, picture: null, ranks: null })
  const playerNamed = async (nickname: string) => (await staff().players.search.query({ text: nickname }))[0]?.id ?? ''

  async function give(nickname: string, prizeId: string, reason = 'Best duck of the hour') {
    const playerId = await playerNamed(nickname)
    return staff().awards.give.mutate({ nonce: newNonce(), prizeId, playerId, reason, announce: true })
  }
  async function played(nickname: string, prompt: string): Promise<Page> {
    const page = await (await stage.phone()).newPage()
    await joinAs(page, stage.origin, nickname)
    await sendPrompt(page, prompt)
    await resultOf(page)
    return page
  }

  it('an award is there without a reload, with its code; contact, hand-over and undo are seen on both sides', async () => {
    const screen = await (await stage.phone(laptop)).newPage()
    await screen.goto(`${stage.origin}/kiosk?lang=en`)
    const page = await played('Lucky', 'a duck on the lake')
    const plushie = await prize('Plushie')
    const award = await give('Lucky', plushie.id)

    const sheet = page.getByRole('dialog', { name: 'You won!' })
    await sheet.getByText('Plushie').waitFor()
    await sheet.getByText('Best duck of the hour').waitFor()
    expect(await sheet.getByText(claimCode).textContent()).toBe(award.claimCode)
    await sheet.getByRole('img', { name: `QR code with the claim code ${award.claimCode}` }).waitFor()
    await screen.getByRole('heading', { name: 'Lucky' }).waitFor()
    await screen.getByText('Plushie').first().waitFor()
    expect(await violations(page)).toEqual([])

    await sheet.getByRole('button', { name: 'Pick it up later' }).click()
    await page.getByRole('link', { name: /^Me.*1 prize to pick up$/ }).click()
    await page.reload()
    await page.getByRole('link', { name: /Plushie/ }).waitFor()
    expect(await page.getByRole('dialog').count(), 'shown once').toBe(0)
    await page.getByRole('link', { name: /Plushie/ }).click()

    await page.getByLabel('How can we reach you?').fill('a@')
    await page.getByRole('button', { name: 'Leave it' }).click()
    await page.getByText(/3 to 120 characters/).waitFor()
    await page.getByLabel('How can we reach you?').fill('lucky@example.com')
    await page.getByRole('button', { name: 'Leave it' }).click()
    await page.getByText('The booth crew can reach you at lucky@example.com.').waitFor()
    const contactOf = async () => (await staff().awards.list.query({})).find(({ id }) => id === award.id)?.contact
    expect(await contactOf()).toBe('lucky@example.com')
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByText('Taken back.').waitFor()
    expect(await contactOf()).toBeNull()

    await staff().awards.claim.mutate({ claimCode: award.claimCode, nonce: newNonce() })
    await page.getByText(/Handed over at/).waitFor()
    expect(await page.getByText(claimCode).count()).toBe(0)
    await page.getByRole('link', { name: 'Me', exact: true }).first().click()
    await page.getByText('Handed over', { exact: true }).waitFor()

    const second = await give('Lucky', (await prize('Sticker')).id)
    await sheet.getByText('Sticker').waitFor()
    await staff().awards.undo.mutate({ id: second.id, reason: 'wrong player' })
    await sheet.waitFor({ state: 'detached' })
    expect(stage.complaints).toEqual([])
  })

  it('a code is handed over on the phone, and copied without a clipboard', async () => {
    const page = await played('Remote', 'a swan in the snow')
    const voucher = await prize('Voucher')
    await staff().prizes.addCodes.mutate({ prizeId: voucher.id, codes: ['SWAN-2026'] })
    const award = await give('Remote', voucher.id)
    await page.getByRole('button', { name: 'Pick it up later' }).click()
    await staff().awards.sendCode.mutate({ id: award.id, nonce: newNonce() })
    const sheet = page.getByRole('dialog', { name: 'You won!' })
    await sheet.getByText('SWAN-2026').waitFor()
    expect(await page.evaluate(() => navigator.clipboard === undefined)).toBe(true)
    await sheet.getByRole('button', { name: 'Copy the code' }).click()
    await sheet.getByText('Copied.').waitFor()
    expect(await violations(page)).toEqual([])
    expect(stage.complaints).toEqual([])
  })

  it('where streams do not get through, polling brings it', async () => {
    const context = await stage.phone()
    await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'EventSource'))
    const page = await context.newPage()
    await joinAs(page, stage.origin, 'Poller')
    await sendPrompt(page, 'a goose')
    await resultOf(page)
    await give('Poller', (await prize('Badge')).id)
    await page.getByRole('dialog', { name: 'You won!' }).getByText('Badge').waitFor()
    expect(stage.complaints).toEqual([])
  })

  it('a lost phone: the way back works once, by a tap, and says so when it is used up', async () => {
    const lost = await played('Forgetful', 'a heron in the reeds')
    await lost.context().close()
    const id = await playerNamed('Forgetful')
    const { url } = await staff().players.rebind.mutate({ id, reason: 'lost phone' })
    // A chat app looks at the address before a person does.
    const preview = await (await stage.phone()).newPage()
    await preview.goto(url)
    await preview.getByRole('button', { name: 'Play on as before' }).waitFor()

    const page = await (await stage.phone()).newPage()
    await page.goto(url)
    await page.getByRole('button', { name: 'Play on as before' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Play on as before' }).click()
    await page.getByLabel('Your prompt').waitFor()
    await page.goto(`${stage.origin}/me`)
    await page.getByText('Forgetful').first().waitFor()

    const other = await (await stage.phone()).newPage()
    await other.goto(url)
    await other.getByRole('button', { name: 'Play on as before' }).click()
    await other.getByText(/used up or too old/).waitFor()
    expect(stage.complaints).toEqual([])
  })

  it('what the crew does to a player is said on their phone, and so is a board that stands still', async () => {
    const page = await played('Loud', 'a parrot')
    const id = await playerNamed('Loud')
    await staff().players.mute.mutate({ id, on: true, reason: 'nickname' })
    await page.goto(`${stage.origin}/me`)
    await page.getByText(/hidden your nickname and pictures/).waitFor()
    await staff().players.setGhost.mutate({ id, on: true, reason: 'sponsor' })
    await staff().players.disqualify.mutate({ id, on: true, reason: 'macro' })
    await page.reload()
    await page.getByText(/out of competition/).waitFor()
    await page.getByText(/You are out of this contest/).waitFor()
    expect(await violations(page)).toEqual([])

    const [round] = await staff().rounds.list.query()
    await staff().rounds.step.mutate({ id: round?.id ?? '', step: 'freeze', reason: 'the finish' })
    await page.goto(`${stage.origin}/board`)
    await page.getByText(/Frozen since \d/).waitFor()
    expect(await violations(page)).toEqual([])
    expect(stage.complaints).toEqual([])
  })
})

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { staffOf } from '../../apps/server/test/harness.ts'
import { boothHost, browserPath, laptop, noBrowser } from '../browser.ts'
import { joinAs, openStage, resultOf, type Stage, sendPrompt } from '../stage.ts'

let stage: Stage
beforeEach(({ skip }) => skip(!browserPath, noBrowser))
beforeAll(async () => {
  if (browserPath) stage = await openStage()
})
afterEach(() => stage?.clear())
afterAll(() => stage?.close())

/** How many entries the server has of the player on this page. */
const entriesOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const answer = await fetch('/trpc/entry.mine')
    return (await answer.json()).result.data.entries.length
  })

it('a lost answer: the phone asks again and there is one entry', async () => {
  const context = await stage.phone()
  const page = await context.newPage()
  await joinAs(page, stage.origin, 'Lost answer')
  let lost = 0
  await page.route('**/trpc/entry.create*', async route => {
    if (lost >= 2) return route.continue()
    lost += 1
    // The server gets it and answers; the phone hears nothing.
    await route.fetch({ url: route.request().url().replace(boothHost, '127.0.0.1') })
    await route.abort('connectionreset')
  })
  await sendPrompt(page, 'a duck on the sea')
  await resultOf(page)
  expect(lost).toBe(2)
  expect(await entriesOf(page)).toBe(1)
})

it('no network while sending: the prompt waits, goes out when it is back, once', async () => {
  const context = await stage.phone()
  const page = await context.newPage()
  await joinAs(page, stage.origin, 'Tunnel')
  await page.getByLabel('Your prompt').fill('a swan on the sea')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Draw it' }).click()
  await page
    .getByText(/We keep your prompt/)
    .first()
    .waitFor()
  await context.setOffline(false)
  await resultOf(page)
  expect(await entriesOf(page)).toBe(1)
})

it('reload at once, second tab, draft: all end in the same entry', async () => {
  const context = await stage.phone()
  const page = await context.newPage()
  await joinAs(page, stage.origin, 'Impatient')
  await page.getByLabel('Your prompt').fill('a penguin and a swan')
  await page.reload()
  expect(await page.getByLabel('Your prompt').inputValue()).toBe('a penguin and a swan')
  await page.getByRole('button', { name: 'Draw it' }).click()
  await page.reload()
  const second = await context.newPage()
  await second.goto(stage.origin)
  expect(await resultOf(page)).toBe(await resultOf(second))
  expect(await entriesOf(page)).toBe(1)
})

it('the server restarts under a player and the big screen: nothing is lost, both come back by themselves', async () => {
  const screen = await (await stage.phone(laptop)).newPage()
  const page = await (await stage.phone()).newPage()
  await joinAs(page, stage.origin, 'Patient')
  await sendPrompt(page, 'a cat in a meadow')
  const score = await resultOf(page)
  await screen.goto(`${stage.origin}/kiosk?lang=en`)
  await screen.getByText('Patient').first().waitFor()

  await stage.stop()
  await screen.getByText(/as of \d\d:\d\d/i).waitFor()
  await screen.getByText('Patient').first().waitFor()
  await page.getByRole('button', { name: 'Try other words' }).click()
  await sendPrompt(page, 'a cat in the snow')
  await page
    .getByText(/We keep your prompt/)
    .first()
    .waitFor()

  await stage.start()
  await resultOf(page)
  expect(await entriesOf(page)).toBe(2)
  await page.goto(`${stage.origin}/pictures`)
  await page.getByText(score).first().waitFor()
  await screen.getByText(/as of/i).waitFor({ state: 'hidden' })
})

it('too fast: the button says when, and the words stay', async () => {
  const { client } = await staffOf(stage.game())
  const [round] = await client.staff.rounds.list.query()
  await client.staff.changeSettings.mutate({ round: { id: round?.id ?? '', minGapMs: 4_000 } })
  // Known words are answered at once, so the gap is not over before the button was looked at.
  const other = await stage.game().join()
  await other.ended((await other.send('a house')).id)
  const page = await (await stage.phone()).newPage()
  await joinAs(page, stage.origin, 'Hasty')
  await sendPrompt(page, 'a house')
  await resultOf(page)
  await page.getByRole('button', { name: 'Try other words' }).click()
  await page.getByLabel('Your prompt').fill('a house and a tree')
  await page.getByRole('button', { name: /Again in \d+ s/ }).waitFor()
  await page.getByRole('button', { name: 'Draw it' }).click()
  await resultOf(page)
  expect(await entriesOf(page)).toBe(2)
})

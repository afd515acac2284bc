import { newNonce } from '@dabble/api'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pairingCodeOf, staffOf, type TestPlayer, type TestStaff } from '../../apps/server/test/harness.ts'
import { browserPath, laptop, noBrowser, phone as phoneScreen } from '../browser.ts'
import { staffPage } from '../staff-page.ts'
import { openStage, type Stage } from '../stage.ts'

let stage: Stage
beforeEach(({ skip }) => skip(!browserPath, noBrowser))
beforeAll(async () => {
  if (browserPath) stage = await openStage()
})
afterAll(() => stage?.close())

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

describe('a device and its owner', () => {
  let page: Page

  it('pairs by a code however it is typed, and the first to come becomes the owner', async () => {
    page = await (await stage.phone(laptop)).newPage()
    await page.goto(`${stage.origin}/staff`)
    await page.getByLabel('Pairing code').fill('aaaaa-22222')
    await button(page, 'Pair').click()
    await page.getByText('wrong or already used').waitFor()
    await page.getByLabel('Pairing code').fill(` ${pairingCodeOf(stage.game()).toLowerCase().replace('-', ' ')} `)
    await page.keyboard.press('Enter')

    await page.getByLabel('Your name').fill('Kim')
    await page.getByLabel('PIN', { exact: true }).fill('2468')
    await page.getByLabel('PIN, once more').fill('2469')
    await button(page, 'Start').click()
    await page.getByText('two different PINs').waitFor()
    await page.getByLabel('PIN, once more').fill('2468')
    await button(page, 'Start').click()
    await page.getByLabel('Claim code or player code').waitFor()
  })

  it('locks, and unlocks by pad and by keyboard to where it was', async () => {
    await page.getByRole('link', { name: 'Prizes', exact: true }).click()
    await page.getByRole('heading', { name: 'Prizes', exact: true }).waitFor()
    await button(page, 'Lock').click()
    await page.getByRole('heading', { name: 'Hello, Kim' }).waitFor()
    expect(await page.getByText('Add a prize').count()).toBe(0)

    for (const digit of '1111') await button(page, digit).click()
    await button(page, 'Unlock').click()
    await page.getByText('That PIN is wrong').waitFor()
    for (const digit of '2468') await button(page, digit).click()
    await button(page, 'Unlock').click()
    await page.getByRole('heading', { name: 'Prizes', exact: true }).waitFor()

    await button(page, 'Lock').click()
    await page.getByRole('heading', { name: 'Hello, Kim' }).waitFor()
    await page.keyboard.type('2468')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Prizes', exact: true }).waitFor()
  })

  it('locks itself when nobody touches it, after saying so; a touch takes the warning back', async () => {
    const watched = await page.context().newPage()
    await watched.clock.install()
    await watched.goto(`${stage.origin}/staff/prizes`)
    await watched.getByRole('heading', { name: 'Prizes', exact: true }).waitFor()
    await watched.clock.fastForward(290_000)
    await watched.getByText('about to lock itself').waitFor()
    await watched.mouse.click(700, 500)
    await watched.getByText('about to lock itself').waitFor({ state: 'detached' })
    await watched.clock.fastForward(301_000)
    await watched.getByRole('heading', { name: 'Hello, Kim' }).waitFor()
    // The server knows, too: the other page of this device is locked.
    await page.reload()
    await page.getByRole('heading', { name: 'Hello, Kim' }).waitFor()
    await watched.close()
  })

  it('a device that is unpaired while it is in use leads back to pairing; a code in the address is used and taken out', async () => {
    await page.keyboard.type('2468')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Prizes', exact: true }).waitFor()
    const other = await staffOf(stage.game())
    const devices = await other.client.staff.crew.devices.query()
    for (const { id, own } of devices) if (!own) await other.client.staff.crew.unpair.mutate({ id })
    await page.getByLabel('Pairing code').waitFor({ timeout: 20_000 })

    const { code } = await other.client.staff.crew.invite.mutate()
    await page.goto(`${stage.origin}/staff/prizes?pair=${code}`)
    await page.getByRole('heading', { name: /^Hello, Kim|Who are you/ }).waitFor()
    expect(page.url()).toBe(`${stage.origin}/staff/prizes`)
    expect(stage.complaints).toEqual([])
  })
})

describe('prizes', () => {
  let crew: TestStaff
  let page: Page
  let players: TestPlayer[]
  const staff = () => crew.client.staff

  async function played(nickname: string): Promise<TestPlayer> {
    const player = await stage.game().join(nickname)
    await player.ended((await player.send('a duck and a swan')).id)
    return player
  }
  const codeOf = async (player: TestPlayer) => (await player.client.player.me.query())?.playerCode ?? ''
  const prize = (kind: 'participation' | 'spot' | 'draw', en: string, stock: number) =>
    staff().prizes.create.mutate({ kind, name: { en, ko: '' }, stock })
  /** As a scanner types: no field was chosen, and Enter at the end. */
  const scan = async (text: string) => {
    await page.locator('body').click({ position: { x: 900, y: 700 } })
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  const claimed = async (id: string) => (await staff().awards.list.query({})).find(award => award.id === id)?.claimedAt

  beforeAll(async () => {
    if (!browserPath) return
    crew = await staffOf(stage.game())
    page = await staffPage(stage, crew, '')
    players = [await played('Duckling'), await played('Cygnet'), await played('Grebe')]
  })

  it('adds a prize with a picture, and sees what is left', async () => {
    await page.getByRole('link', { name: 'Prizes', exact: true }).click()
    await page.getByRole('link', { name: 'Add a prize' }).first().click()
    await page.getByLabel('On the spot').check({ force: true })
    await button(page, 'Save').click()
    await page.getByText('Give a name of 1 to 80 characters').waitFor()
    await page.getByLabel('Name in English').fill('Plush swan')
    await page.getByLabel('Stock').fill('2')
    const file = {
      name: 'swan.png',
      mimeType: 'image/png',
      buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 64, height: 64 } }),
    }
    await page.getByLabel('Choose a file').setInputFiles(file)
    await page.getByRole('img', { name: 'Preview of the picture' }).waitFor()
    await button(page, 'Save').click()
    const card = page.getByRole('listitem').filter({ hasText: 'Plush swan' })
    await card.getByText('2 left').waitFor()
    await card.locator('img').waitFor()
    await button(page, 'Take off the list').click()
    await button(page, 'Undo').click()
    await page.getByText('Plush swan is back on the list.').waitFor()
  })

  it('awards it on the spot in two steps; the winner has it, and its claim code hands it over', async () => {
    const [duckling] = players as [TestPlayer]
    await page.getByRole('link', { name: 'Award', exact: true }).click()
    await page.getByLabel('Find the player').fill(`${stage.origin}/staff/player/${await codeOf(duckling)}`)
    await button(page, /^Duckling/).click()
    await page.getByRole('radio', { name: /Plush swan/ }).check({ force: true })
    await button(page, 'Check and give').click()
    await page.getByText('Say why').waitFor()
    await button(page, 'The funniest picture').click()
    await button(page, 'Check and give').click()
    await button(page, 'Give').click()
    await page.getByRole('heading', { name: 'Given' }).waitFor()
    const [award] = await duckling.client.award.mine.query()
    expect(award).toMatchObject({ kind: 'spot', reason: 'The funniest picture', claimedAt: null })

    await page.getByRole('link', { name: 'Hand over' }).click()
    await scan(award?.claimCode.toLowerCase() ?? '')
    await page.getByRole('heading', { name: 'Handed over', exact: true }).waitFor()
    expect((await duckling.client.award.mine.query())[0]?.claimedAt).not.toBeNull()
    await scan(award?.claimCode ?? '')
    await page.getByRole('heading', { name: 'Already handed over' }).waitFor()
    await page.getByText(`By ${crew.member.name}`).waitFor()

    await button(page, 'Undo').last().click()
    await page.getByText('Taken back: Plush swan.').waitFor()
    expect((await duckling.client.award.mine.query())[0]?.claimedAt).toBeNull()
    await scan('ZZZZZ')
    await page.getByRole('heading', { name: 'Unknown code' }).waitFor()
  })

  it('the address in the QR code offers on a staff phone, and one tap hands over', async () => {
    const [duckling] = players as [TestPlayer]
    const [award] = await duckling.client.award.mine.query()
    expect(award?.claimUrl.startsWith(`${stage.origin}/staff/claim/`)).toBe(true)
    const phone = await staffPage(
      stage,
      crew,
      new URL(award?.claimUrl ?? '').pathname.slice('/staff'.length),
      phoneScreen,
    )
    await phone.getByText('Plush swan').waitFor()
    expect(await claimed(award?.id ?? '')).toBeNull()
    await button(phone, 'Hand over').click()
    await phone.getByRole('heading', { name: 'Handed over', exact: true }).waitFor()
    expect(await claimed(award?.id ?? '')).not.toBeNull()
    await phone.context().close()
  })

  it('a prize for taking part is one Enter, and the second line end of a scanner is none', async () => {
    await prize('participation', 'Pouch', 10)
    const [duckling] = players as [TestPlayer]
    await scan(await codeOf(duckling))
    await page.keyboard.press('Enter')
    await page.getByText('Pouch', { exact: true }).waitFor()
    expect(await page.getByRole('heading', { name: 'Handed over', exact: true }).count()).toBe(0)
    // Longer after the code than any scanner takes for its second line end.
    const at = await page.evaluate(() => performance.now())
    await page.waitForFunction(at => performance.now() - at > 300, at)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Handed over', exact: true }).waitFor()
    await scan(await codeOf(duckling))
    await page.getByText('Already had the prize').waitFor()
  })

  it('draws; an absent winner is drawn anew, and never the same', async () => {
    // The suspense is motion.
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await prize('draw', 'Keyboard', 1)
    await page.getByRole('link', { name: 'Draw', exact: true }).click()
    await page.getByText('2 players can be drawn').waitFor()
    await button(page, 'Draw a winner').click()
    await button(page, 'Not here').waitFor()
    const winner = async () => (await page.locator('main section h2 bdi').textContent()) ?? ''
    const first = await winner()
    expect(['Cygnet', 'Grebe']).toContain(first)
    await button(page, 'Not here').click()
    await button(page, 'Draw again').click()
    await page.getByText('And the winner is').waitFor()
    await button(page, 'Not here').waitFor()
    expect(await winner()).not.toBe(first)
    await button(page, 'Handed over').click()
    await page.getByText(/Keyboard handed over to/).waitFor()
    await page.getByText('All of these are drawn').waitFor()
  })

  it('while the server is away nothing can be awarded, and the screen says so until it is back', async () => {
    const [, cygnet] = players as [TestPlayer, TestPlayer]
    const spot = (await staff().prizes.list.query()).find(({ kind }) => kind === 'spot')
    const award = await staff().awards.give.mutate({
      nonce: newNonce(),
      prizeId: spot?.id ?? '',
      playerId: cygnet.id,
      reason: 'Patience',
    })
    await page.getByRole('link', { name: 'Hand over' }).click()
    await stage.stop()
    await page.getByRole('heading', { name: 'The server is away' }).waitFor()
    await scan(award.claimCode)
    await page.getByText('Nothing can be handed over or awarded now').waitFor()
    expect(await page.getByRole('heading', { name: 'Handed over', exact: true }).count()).toBe(0)
    await stage.start()
    await page.getByRole('heading', { name: 'The server is away' }).waitFor({ state: 'detached' })
    expect(await claimed(award.id), 'nothing was kept for later').toBeNull()
    await scan(award.claimCode)
    await page.getByRole('heading', { name: 'Handed over', exact: true }).waitFor()
    expect(stage.complaints).toEqual([])
  })

  it('gives all rank prizes of a final round with one confirmation, and not a second time', async () => {
    const [round] = await staff().rounds.list.query()
    const id = round?.id ?? ''
    await staff().prizes.create.mutate({
      kind: 'rank',
      name: { en: 'Cup', ko: '' },
      stock: 3,
      ranks: { roundId: id, windowId: null, from: 1, to: 3 },
    })
    await page.getByRole('link', { name: 'Rank prizes' }).click()
    await page.getByText('No round is final yet').waitFor()
    for (const step of ['close', 'finalise'] as const)
      await staff().rounds.step.mutate({ id, step, reason: 'Time is up' })
    // All three sent the same words: the picture's first finder holds the only prize rank.
    await button(page, 'Give 1 prize').click({ timeout: 20_000 })
    await button(page, 'Give').click()
    await page.getByText('All rank prizes of this round are given.').waitFor()
    const [duckling] = players as [TestPlayer]
    const won = (await duckling.client.award.mine.query()).filter(({ kind }) => kind === 'rank')
    expect(won).toMatchObject([{ rank: 1, claimedAt: null }])
  })
})

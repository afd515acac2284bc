import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pocketDir, readBundleManifest } from '../../packages/ml/src/bundle/index.ts'
import { browserPath, laptop, noBrowser } from '../browser.ts'
import { joinAs, openStage, resultOf, type Stage, sendPrompt } from '../stage.ts'

describe('a player', () => {
  let stage: Stage
  beforeEach(({ skip }) => skip(!browserPath, noBrowser))
  beforeAll(async () => {
    if (browserPath) stage = await openStage({ captcha: 'every' })
  })
  afterEach(() => stage?.clear())
  afterAll(() => stage?.close())

  it('scans, plays in Korean, sees the picture come, a score and the big screen move', async () => {
    const screen = await (await stage.phone(laptop)).newPage()
    await screen.goto(`${stage.origin}/kiosk?lang=en`)

    const page = await (await stage.phone({ locale: 'ko-KR' })).newPage()
    await page.goto(stage.origin)
    await page.getByRole('img', { name: /목표 그림/ }).waitFor()
    await page.getByLabel('닉네임').fill('꽥꽥이')
    await page.getByRole('button', { name: '시작하기' }).click()
    await page.getByLabel('내 프롬프트').fill('오리')
    // Nobody has to wait for the check: it runs while people type. Somebody very quick waits a moment.
    await page.getByRole('checkbox', { name: '로봇이 아니에요' }).waitFor()
    const drawn: string[] = []
    await page.exposeFunction('sawPartial', (source: string) => drawn.push(source))
    await page.evaluate(() => {
      new MutationObserver(() => {
        for (const image of document.querySelectorAll<HTMLImageElement>('main img[src^="data:image"]'))
          (window as never as { sawPartial(source: string): void }).sawPartial(image.src)
      }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['src'] })
    })
    await page.getByRole('button', { name: '그려 줘!' }).click()
    await page.getByRole('button', { name: '다른 말로 해 보기' }).waitFor()
    expect(new Set(drawn).size).toBeGreaterThanOrEqual(2)
    expect(
      await page.getByRole('img', { name: /오리/ }).evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBe(readBundleManifest(pocketDir).picture.width)
    await page
      .getByText(/^\d+\.\d{2,}$/)
      .last()
      .waitFor()

    await screen.getByText('꽥꽥이').first().waitFor()
    expect(stage.complaints).toEqual([])
  })

  it('sends the same words again and is told so', async () => {
    const page = await (await stage.phone()).newPage()
    await joinAs(page, stage.origin, 'Parrot')
    await sendPrompt(page, '오리')
    const first = await resultOf(page)
    await page.getByText('Same words, same picture').waitFor()
    await page.getByRole('button', { name: 'Try other words' }).click()
    expect(await page.getByLabel('Your prompt').inputValue()).toBe('오리')
    await sendPrompt(page, ' 오리 ')
    expect(await resultOf(page)).toBe(first)
    expect(stage.complaints).toEqual([])
  })

  it('plays with the keyboard alone', async () => {
    const page = await (await stage.phone(laptop)).newPage()
    await page.goto(stage.origin)
    await page.getByLabel('Nickname').focus()
    await page.keyboard.type('Keys only')
    await page.keyboard.press('Enter')
    await page.getByLabel('Your prompt').waitFor()
    while (!(await page.getByLabel('Your prompt').evaluate(field => field === document.activeElement)))
      await page.keyboard.press('Tab')
    await page.keyboard.type('two ducks in a meadow')
    await page.keyboard.press('Enter')
    expect(Number(await resultOf(page))).toBeGreaterThanOrEqual(0)
    // The focus waits where the next thing to do is.
    await page.keyboard.press('Enter')
    await page.getByLabel('Your prompt').waitFor()
    expect(stage.complaints).toEqual([])
  })

  it('is told what to do when the nickname is taken, by any look-alike', async () => {
    const page = await (await stage.phone()).newPage()
    await page.goto(stage.origin)
    await page.getByLabel('Nickname').fill('ＰＡＲＲＯＴ')
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await page.getByText(/already plays/).waitFor()
    await page.getByLabel('Nickname').fill('Another parrot')
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await page.getByLabel('Your prompt').waitFor()
    expect(stage.complaints).toEqual([])
  })

  it('continues on another phone with the recovery code, then leaves, and is gone from the board', async () => {
    const first = await (await stage.phone()).newPage()
    await joinAs(first, stage.origin, 'Wanderer')
    await sendPrompt(first, 'a frog and a balloon')
    const score = await resultOf(first)
    await first.goto(`${stage.origin}/me`)
    const code = (await first
      .getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
      .first()
      .textContent()) as string

    const second = await (await stage.phone()).newPage()
    await second.goto(stage.origin)
    await second.getByText('Continue on this phone').click()
    await second.getByLabel('Recovery code').fill(code.toLowerCase())
    await second.getByRole('button', { name: 'Continue', exact: true }).click()
    await second.getByLabel('Your prompt').waitFor()
    await second.goto(`${stage.origin}/pictures`)
    await second.getByText(score).first().waitFor()
    await second.goto(`${stage.origin}/board`)
    await second.getByText('Wanderer').first().waitFor()

    await second.goto(`${stage.origin}/me`)
    await second.getByRole('button', { name: 'Leave and erase' }).click()
    await second.getByRole('button', { name: 'Erase everything' }).click()
    await second.getByText('You have left').waitFor()
    await second.goto(`${stage.origin}/board`)
    await second.getByText('Parrot').first().waitFor()
    expect(await second.getByText('Wanderer').count()).toBe(0)
    expect(stage.complaints.filter(text => !text.includes('410'))).toEqual([])
  })
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { folder, shoot } from './camera.ts'

/** The README's picture: a phone in front of the big screen. */
export async function shootHero(browser: Browser, bigScreen: string, phone: string): Promise<void> {
  const source = async (name: string) =>
    `data:image/webp;base64,${(await readFile(join(folder, `${name}.webp`))).toString('base64')}`
  const page = await (await browser.newContext({ viewport: { width: 1600, height: 900 } })).newPage()
  await page.setContent(`<style>
    body { margin: 0; height: 100vh; overflow: hidden; background: linear-gradient(160deg, #12414f, #06151e) }
    img { position: absolute; border: solid #0b0f12; box-shadow: 0 20px 60px rgb(0 0 0 / 0.6) }
    .screen { top: 50px; left: 50px; width: 1290px; border-width: 14px; border-radius: 20px }
    .phone { right: 50px; bottom: 40px; width: 330px; border-width: 12px; border-radius: 44px }
  </style><img class="screen" src="${await source(bigScreen)}"><img class="phone" src="${await source(phone)}">`)
  await shoot(page, 'hero')
  await page.context().close()
}

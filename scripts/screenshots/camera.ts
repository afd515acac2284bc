import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'

export const folder = resolve(import.meta.dirname, '../../docs/screenshots')

/**
 * Writes what a page shows as WebP, which Playwright cannot but Chromium can. `scale` shrinks it (a 4K screen to a picture that
 * fits a document); `whole` includes what one would have to scroll to.
 */
export async function shoot(page: Page, name: string, { scale = 1, whole = false } = {}): Promise<void> {
  const screen = page.viewportSize() as { width: number; height: number }
  // A screen as tall as the page, and not a picture beyond the screen: bars stay at the bottom.
  const height = whole ? await page.evaluate(() => document.documentElement.scrollHeight) : screen.height
  if (whole) await page.setViewportSize({ ...screen, height })
  await settled(page)
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 78,
    clip: { x: 0, y: 0, width: screen.width, height, scale },
  })
  await session.detach()
  if (whole) await page.setViewportSize(screen)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name}.webp`), Buffer.from(data, 'base64'))
  console.log(name)
}

/** Everything loaded, nothing on its way in or out; what moves for ever may move. */
async function settled(page: Page): Promise<void> {
  // What is below the screen loads when it is scrolled to.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-state=loading], main [class*=skeleton]')].every(
      waiting => waiting.getBoundingClientRect().top > innerHeight,
    ),
  )
  await page.evaluate(async () => {
    await document.fonts.ready
    const pictures = [...document.images].filter(image => image.loading !== 'lazy' || image.complete)
    await Promise.allSettled(pictures.map(image => image.decode()))
    const passing = document.getAnimations().filter(animation => {
      const { endTime } = animation.effect?.getComputedTiming() ?? {}
      return typeof endTime === 'number' && endTime < 10_000
    })
    await Promise.allSettled(passing.map(animation => animation.finished))
  })
}

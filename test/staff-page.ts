import type { BrowserContextOptions, Page } from 'playwright-core'
import type { TestStaff } from '../apps/server/test/harness.ts'
import { laptop } from './browser.ts'
import type { Stage } from './stage.ts'

/** The crew's screens on a device that this member has unlocked. */
export async function staffPage(
  stage: Stage,
  staff: Pick<TestStaff, 'cookies'>,
  path: string,
  options: BrowserContextOptions = laptop,
): Promise<Page> {
  const context = await stage.phone({ isMobile: false, hasTouch: false, ...options })
  await context.addCookies([...staff.cookies].map(([name, value]) => ({ name, value, url: stage.origin })))
  const page = await context.newPage()
  await page.goto(`${stage.origin}/staff${path}`)
  return page
}

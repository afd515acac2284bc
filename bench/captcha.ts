import { solveChallenge } from 'altcha-lib'
import type { Browser, Page } from 'playwright-core'
import { createCaptcha } from '../apps/server/src/captcha/captcha.ts'
import { deriveKey } from '../apps/web/src/captcha/derive-key.ts'
import { serveCaptchaPage } from '../apps/web/test/captcha/serve.ts'
import { browserPath, launchBrowser } from '../test/browser.ts'

const SOLVES = 40
/** Chrome's CPU throttling rates: this machine, and what stands for a mid-range and an old phone. */
const PHONES = [1, 4, 6]

/**
 * What the CAPTCHA costs, in milliseconds at the shipped difficulty: the server's part, a solve in Node, and, where a Chromium
 * is found, from the start of solving to the tick in the real component on a plain http:// LAN address.
 */
export async function run(): Promise<Record<string, number>> {
  return { ...(await server()), ...(browserPath ? await chromium() : {}) }
}

async function server(): Promise<Record<string, number>> {
  const captcha = createCaptcha({ secret: 'bench' })
  const use = { playerId: 'player', action: 'entry', now: Date.now() }
  const issue: number[] = []
  const check: number[] = []
  const solve: number[] = []
  const challenges = []
  const payloads: string[] = []
  for (let i = 0; i < SOLVES; i++) challenges.push(await timed(issue, () => captcha.issue(use)))
  for (const challenge of challenges) {
    const solution = await timed(solve, () => solveChallenge({ challenge, deriveKey }))
    payloads.push(Buffer.from(JSON.stringify({ challenge, solution })).toString('base64'))
  }
  for (const payload of payloads) {
    const verdict = await timed(check, () => captcha.check(payload, use))
    if (!verdict.ok) throw new Error(`solution refused: ${verdict.reason}`)
  }
  return {
    issue_p50_ms: percentile(issue, 0.5),
    check_p50_ms: percentile(check, 0.5),
    node_solve_p50_ms: percentile(solve, 0.5),
    node_solve_p95_ms: percentile(solve, 0.95),
  }
}

async function chromium(): Promise<Record<string, number>> {
  const site = await serveCaptchaPage()
  const browser: Browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(site.origin)
    const solve = await solveInPage(page)
    return {
      chromium_solve_p50_ms: percentile(solve, 0.5),
      chromium_solve_p95_ms: percentile(solve, 0.95),
      ...(await phones(page)),
    }
  } finally {
    await browser.close()
    await site.close()
  }
}

/** Types once; from then on the component solves again whenever its solution is spent. */
async function solveInPage(page: Page): Promise<number[]> {
  const times = page.evaluate(watchSolves, SOLVES)
  await page.getByLabel('Prompt').fill('a duck')
  return times
}

/** Runs in the page: times each solve from `solving` to `solved`, then spends the solution. */
function watchSolves(wanted: number): Promise<number[]> {
  const times: number[] = []
  let start = 0
  return new Promise(resolve => {
    new MutationObserver(() => {
      const state = document.querySelector<HTMLElement>('[data-state]')?.dataset.state
      if (state === 'solving') start = performance.now()
      if (state !== 'solved') return
      times.push(performance.now() - start)
      if (times.length === wanted) resolve(times)
      else document.querySelector('button')?.click()
    }).observe(document.body, { subtree: true, attributeFilter: ['data-state'] })
  })
}

/**
 * Chrome's throttling does not reach workers, so slower phones are derived: one derivation on the throttled main thread, times
 * how many a phone needs (the server picks the number evenly, so half of all solves need up to half of the difficulty).
 */
async function phones(page: Page): Promise<Record<string, number>> {
  const devtools = await page.context().newCDPSession(page)
  const times: Record<string, number> = {}
  for (const rate of PHONES) {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate })
    const { ms, difficulty } = (await page.evaluate('timeDerivations(100)')) as { ms: number; difficulty: number }
    if (rate === 1) times.chromium_derivation_ms = ms
    else {
      times[`phone_${rate}x_solve_p50_ms`] = ms * difficulty * 0.5
      times[`phone_${rate}x_solve_p95_ms`] = ms * difficulty * 0.95
    }
  }
  return times
}

async function timed<T>(times: number[], work: () => T | Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await work()
  times.push(performance.now() - start)
  return result
}

/** Nearest rank. */
function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * share) - 1] as number
}

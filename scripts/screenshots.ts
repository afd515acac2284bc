import './node-version.mjs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { startGame } from '../apps/server/test/harness.ts'
import { boothHost, browserPath, launchBrowser, noBrowser } from '../test/browser.ts'
import {
  shootAnnouncement,
  shootAttract,
  shootAway,
  shootFrozen,
  shootGame,
  shootPodium,
} from './screenshots/big-screen.ts'
import { folder } from './screenshots/camera.ts'
import { openCrew } from './screenshots/crew.ts'
import { playCrowd } from './screenshots/crowd.ts'
import { writeGallery } from './screenshots/gallery.ts'
import { shootHero } from './screenshots/hero.ts'
import { looks } from './screenshots/looks.ts'
import { shootPhone } from './screenshots/phone.ts'
import { final, locked, playing, shootStaff } from './screenshots/staff.ts'

/*
 * Takes docs/screenshots and writes docs/screenshots.md anew: every screen of phone and big screen, in both languages and themes, of a real game in a folder of
 * its own that a small crowd plays. Needs a Chromium and built apps (`node scripts/build.ts`).
 */

/** The usual port, as the pictures show it; another one where that is taken. */
function freePort(wanted = 3000): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', () => (wanted ? resolve(freePort(0)) : reject(new Error('no free port'))))
    server.listen(wanted, () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

if (!browserPath) throw new Error(noBrowser)
await rm(folder, { recursive: true, force: true })
const port = await freePort()
const origin = `http://${boothHost}:${port}`
const game = await startGame({
  environment: { PORT: String(port), PUBLIC_URL: origin },
  firstRound: { captcha: 'cadence', minGapMs: 0, burst: 1_000 },
})
const browser = await launchBrowser()
try {
  await shootAttract(browser, origin)
  await shootGame(browser, origin, await playCrowd(game))
  const crew = await openCrew(game)
  const plushie = await crew.stock('spot', { ko: '한정판 오리 인형', en: 'Limited duck plushie' }, 20, 'a yellow duck')
  const pouch = await crew.stock('participation', { ko: '파우치', en: 'Pouch' }, 428, 'a house')
  await crew.stock('rank', { ko: '무선 키보드', en: 'Keyboard' }, 3, 'a penguin')
  await crew.stock('draw', { ko: '스피커', en: 'Speaker' }, 1, 'a cat')
  for (const look of looks) await shootPhone(browser, origin, look, crew, plushie.id)
  await shootAnnouncement(browser, origin, crew, plushie.id)
  const { claimCode, player } = await crew.give('Zoë', pouch.id, 'For playing')
  await crew.holdPictures()
  await shootStaff(browser, origin, crew, playing(claimCode, player.id))
  await crew.step('freeze')
  await shootFrozen(browser, origin)
  for (const step of ['close', 'finalise', 'reveal'] as const) await crew.step(step)
  await shootPodium(browser, origin)
  await shootStaff(browser, origin, crew, final)
  await crew.staff.crew.lock.mutate()
  await shootStaff(browser, origin, crew, locked)
  await shootAway(browser, origin, () => game.close())
  await shootHero(browser, 'kiosk-en-dark', 'phone-drawing-en-dark')
  await writeGallery()
} finally {
  await browser.close()
  await game[Symbol.asyncDispose]()
}

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lastBackupAt } from '../src/backup/note.ts'
import { startCrowd } from './crowd.ts'
import { staffOf, startGame, temporaryFolder, withDatabase } from './harness.ts'
import { runCli } from './server-process.ts'

it('is made while a crowd plays, and a game starts on it with everything that was finished before', async () => {
  const into = join(await temporaryFolder(), 'backups')
  await using game = await startGame()
  const crowd = await startCrowd(game.url, 4)
  const keeper = await game.join('keeper')
  const kept = await keeper.ended((await keeper.send('a duck in a meadow')).id)

  const { code, stdout } = await runCli(['backup', into], { DABBLE_DATA: game.config.dataFolder })
  expect(code).toBe(0)
  const folder = /DABBLE_DATA=(\S+)/.exec(stdout)?.[1] as string
  expect(folder.startsWith(into)).toBe(true)
  await crowd.finish()
  const owner = await staffOf(game)
  const { lastBackupAt: shown } = await owner.client.staff.health.query()
  expect(shown).toBe(await lastBackupAt(game.config.dataFolder))
  expect(shown).toBeGreaterThan(kept.receivedAt)
  await game.close()

  await using restored = await startGame({ folder })
  const board = await restored.visitor().client.board.current.query()
  expect(board.board?.rows.map(({ nickname }) => nickname)).toContain('keeper')
  expect((await restored.visitor().fetch(`/pictures/${kept.picture?.hash}`)).status).toBe(200)
  // Phones that were in the game still are: the keys of their cookies are part of it.
  const back = restored.visitor()
  for (const [name, value] of keeper.cookies) back.cookies.set(name, value)
  expect((await back.client.player.me.query())?.nickname).toBe('keeper')
  expect(withDatabase(restored, db => db.$client.pragma('integrity_check', { simple: true }))).toBe('ok')
  expect((await runCli(['verify'], { DABBLE_DATA: folder })).code).toBe(0)
  await restored.close()
  await rm(into, { recursive: true })
}, 180_000)

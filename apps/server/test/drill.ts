import { rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { EntryView } from '@dabble/api'
import { insist, startCrowd } from './crowd.ts'
import { startGame, temporaryFolder } from './harness.ts'
import { freePort, isGone, runCli, type ServerProcess, startServer } from './server-process.ts'

export interface DrillResult {
  server_kills: number
  sidecar_kills: number
  /** Entries that the server had accepted. */
  acknowledged: number
  done: number
  failed: number
  /** Accepted entries that have not ended or are not known: must be 0. */
  lost: number
  /** Sidecars that outlived a killed server by five seconds: must be 0. */
  orphans: number
  /** What `dabble verify` says; its exit code must be 0. */
  verify_code: number
  verify: { pictures: number; differences: string[]; missing: string[]; broken: string[] }
}

/**
 * Kills a running game again and again, server and sidecar in turn, always with SIGKILL and at a random moment, starts it
 * again, and looks whether anything that was acknowledged got lost.
 */
export async function drill(options: { kills: number; players: number }, say: (line: string) => void = () => {}) {
  const folder = await temporaryFolder()
  const environment = { DABBLE_DATA: folder, PORT: String(await freePort()), LOG_LEVEL: 'silent' }
  // The contest with easy rules; the game itself is the real program.
  const setup = await startGame({ folder })
  await setup.close()

  let server = startServer(environment)
  const result = { server_kills: 0, sidecar_kills: 0, orphans: 0 }
  try {
    await server.ready()
    const crowd = await startCrowd(server.url, options.players)
    for (let kill = 0; kill < options.kills; kill += 1) {
      // However slow the machine is, there must be something new to lose; then any moment is as good as another.
      await crowd.plays(Math.ceil(options.players / 2))
      await delay(Math.random() * 1_000)
      const sidecars = await server.sidecars()
      if (kill % 2 === 0) {
        server.child.kill('SIGKILL')
        await server.exited
        result.server_kills += 1
        for (const pid of sidecars) if (!(await isGone(pid))) result.orphans += 1
        server = startServer(environment)
      } else {
        for (const pid of sidecars) process.kill(pid, 'SIGKILL')
        result.sidecar_kills += 1
      }
      say(`kill ${kill + 1}: ${kill % 2 === 0 ? 'server' : 'sidecar'}, ${crowd.acknowledged.size} entries so far`)
      await server.ready()
    }
    await crowd.finish()
    const ends = await endsOf(crowd.acknowledged)
    await stop(server)
    const { code, stdout } = await runCli(['verify'], environment)
    return {
      ...result,
      acknowledged: crowd.acknowledged.size,
      done: ends.filter(({ state }) => state === 'done').length,
      failed: ends.filter(({ state }) => state === 'failed').length,
      lost: crowd.acknowledged.size - ends.filter(({ state }) => state === 'done' || state === 'failed').length,
      verify_code: code,
      verify: JSON.parse(stdout),
    } satisfies DrillResult
  } finally {
    await stop(server)
    await rm(folder, { recursive: true })
  }
}

async function stop(server: ServerProcess): Promise<void> {
  server.child.kill('SIGTERM')
  await server.exited
}

/** Every acknowledged entry as the server knows it now. */
async function endsOf(acknowledged: Awaited<ReturnType<typeof startCrowd>>['acknowledged']): Promise<EntryView[]> {
  const ends: EntryView[] = []
  for (const player of new Set(acknowledged.values())) {
    await insist(async () => {
      const { entries } = await player.client.entry.mine.query()
      ends.push(...entries.filter(({ id }) => acknowledged.has(id)))
    }, 'a player’s entries')
  }
  return ends
}

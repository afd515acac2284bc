import { rm } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { newEntryId } from '@dabble/api'
import { joinGame, liveFrames, solve, type TestPlayer, temporaryFolder } from '../apps/server/test/harness.ts'
import { freePort, startServer } from '../apps/server/test/server-process.ts'
import { measureOverhead } from './overhead.ts'

/** So many that nobody waits long for the pace. */
const players = 60
const pictures = 30
/** So many that one hiccup of the machine is not the 99th percentile. */
const repeats = 500
/** The default pace, and a little. */
const gapMs = 1_550

/**
 * A real game by its default rules, the program as people start it, over HTTP and its live feed: from sending a prompt to its
 * scored picture, and to the answer for a prompt that is known. Beside each of these a call that reads one row is timed, because
 * what HTTP costs on a machine, and how much that varies, is in both. CAPTCHAs are solved before the clock starts, as phones do
 * it while somebody types.
 */
export async function run(say: (line: string) => void): Promise<Record<string, unknown>> {
  const folder = await temporaryFolder()
  const server = startServer({ DABBLE_DATA: folder, PORT: String(await freePort()), LOG_LEVEL: 'silent' })
  const load = loadavg()[0]
  try {
    await server.ready()
    const crowd = await Promise.all(Array.from({ length: players }, () => joinGame(server.url)))
    let turn = 0
    const next = () => crowd[turn++ % players] as TestPlayer
    for (const prompt of ['a cat', 'a rabbit']) await drawn(next(), prompt)

    const pictureMs: number[] = []
    for (let i = 0; i < pictures; i += 1) pictureMs.push(await drawn(next(), newPrompt(i)))
    say(`${pictures} pictures: p50 ${percentile(pictureMs, 0.5)} ms`)

    const turns: { player: TestPlayer; captcha: string | null }[] = []
    for (let i = 0; i < repeats; i += 1) {
      const player = crowd[i % players] as TestPlayer
      turns.push({ player, captcha: await solve(player.client) })
    }
    const callMs: number[] = []
    const repeatMs: number[] = []
    for (const [i, { player, captcha }] of turns.entries()) {
      await pace(player)
      callMs.push(await called(player))
      repeatMs.push(await repeated(player, newPrompt(i % pictures), captcha))
    }
    say(
      `${repeats} repeats: p99 ${percentile(repeatMs, 0.99)} ms, of calls that read a row ${percentile(callMs, 0.99)} ms`,
    )
    server.child.kill('SIGTERM')
    await server.exited

    const { ratio } = await measureOverhead()
    return {
      picture_p50_ms: percentile(pictureMs, 0.5),
      picture_p95_ms: percentile(pictureMs, 0.95),
      repeat_p50_ms: percentile(repeatMs, 0.5),
      repeat_p99_ms: percentile(repeatMs, 0.99),
      call_p50_ms: percentile(callMs, 0.5),
      call_p99_ms: percentile(callMs, 0.99),
      overhead_ratio: Number(ratio.toFixed(3)),
      pictures,
      repeats,
      cores: availableParallelism(),
      cpu: cpus()[0]?.model.trim(),
      load_before: load,
      node: process.version,
    }
  } finally {
    server.child.kill('SIGKILL')
    await server.exited
    await rm(folder, { recursive: true })
  }
}

const things = ['duck', 'swan', 'frog', 'cat', 'house', 'tree', 'fish', 'rabbit', 'penguin', 'flower']
const newPrompt = (i: number) => `a ${things[i % things.length]} and ${Math.floor(i / things.length) + 2} balloons`

const sentAt = new Map<TestPlayer, number>()

/** Waits until the pace allows this player's next entry. */
const pace = (player: TestPlayer) => delay(Math.max(0, (sentAt.get(player) ?? -gapMs) + gapMs - performance.now()))

/** Milliseconds from sending a new prompt to its score on the live feed. */
async function drawn(player: TestPlayer, prompt: string): Promise<number> {
  await pace(player)
  const captcha = await solve(player.client)
  const frames = liveFrames(player, 'player')
  // The state that every stream begins with: from now on news arrive.
  await frames.next()
  const id = newEntryId()
  const began = performance.now()
  const sent = player.client.entry.create.mutate({ id, roundId: player.round.id, prompt, captcha })
  for await (const { event, data } of frames) {
    if (event !== 'entry' || data.entry?.id !== id) continue
    if (data.entry.state === 'failed') throw new Error(`"${prompt}" was not drawn`)
    if (data.entry.state === 'done') break
  }
  const ms = performance.now() - began
  await sent
  sentAt.set(player, performance.now())
  return ms
}

/** Milliseconds of a call that reads one row. */
async function called({ client }: TestPlayer): Promise<number> {
  const began = performance.now()
  await client.round.current.query()
  return performance.now() - began
}

/** Milliseconds from sending a known prompt to its score, in the same answer. */
async function repeated(player: TestPlayer, prompt: string, captcha: string | null): Promise<number> {
  const began = performance.now()
  const entry = await player.client.entry.create.mutate({ id: newEntryId(), roundId: player.round.id, prompt, captcha })
  if (!entry.repeat) throw new Error(`"${prompt}" was drawn again`)
  const ms = performance.now() - began
  sentAt.set(player, performance.now())
  return ms
}

function percentile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] as number).toFixed(1))
}

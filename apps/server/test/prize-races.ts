import { rm } from 'node:fs/promises'
import type { AwardView } from '@dabble/api'
import { gameErrorOf } from '@dabble/api/client'
import { sql } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { readConfig } from '../src/config.ts'
import type { Db } from '../src/db/open.ts'
import { picture, round } from '../src/db/schema.ts'
import { createEntry } from '../src/game/entry.ts'
import { joinPlayer } from '../src/game/join.ts'
import { createVisitor, staffOf, startGame, type TestStaff, temporaryFolder, withDatabase } from './harness.ts'
import { type PrizeRace, type PrizeRaceParts, prizeRaceKinds } from './prize-race-kinds.ts'
import { freePort, startServer } from './server-process.ts'

export interface PrizeRacesResult extends Record<string, unknown> {
  /** Pairs of requests that were sent at the same moment; of each, one was agreed to. */
  races: number
  /** Prizes of which more was given than there was: must be 0. */
  oversold: number
  /** Players, devices, ranks or nonces with two awards where one is right: must be 0. */
  double_awards: number
  /** Awards handed over twice, and digital codes sent twice: must be 0. */
  double_claims: number
  /** Races in which both were told yes, whatever the database says: must be 0. */
  both_agreed: number
  /** Races that nobody won: must be 0. */
  unwon: number
  /** Until both kiosks had their answer. */
  race_p50_ms: number
  race_p95_ms: number
  seconds: number
}

/** Races two kiosks, with somebody of the crew at each, for the last of everything, over HTTP against the program as it is started. */
export async function racePrizes(
  { perKind }: { perKind: number },
  say: (line: string) => void = () => {},
): Promise<PrizeRacesResult> {
  const began = performance.now()
  const folder = await temporaryFolder()
  const environment = { DABBLE_DATA: folder, PORT: String(await freePort()), LOG_LEVEL: 'silent' }
  const config = readConfig(environment)
  const crowd = await fill(folder, 2 * perKind + 5)
  const server = startServer(environment)
  const tally = { races: 0, both: 0, unwon: 0, ms: [] as number[] }
  try {
    await server.ready()
    const game = { config, visitor: () => createVisitor(server.url) }
    const { client } = await staffOf(game)
    for (const step of ['close', 'finalise'] as const) {
      await client.staff.rounds.step.mutate({ id: crowd.roundId, step, reason: 'to give rank prizes' })
    }
    for (const [kind, make] of Object.entries(prizeRaceKinds)) {
      // New devices for every kind: no scanner is as fast as this, and the guard would slow them down.
      const owner = await staffOf(game)
      const kiosks: [TestStaff, TestStaff] = [await staffOf(game, 'staff'), await staffOf(game, 'staff')]
      const parts = { ...crowd, owner, giver: kiosks[0] }
      for (let i = 0; i < perKind; i += 1) count(tally, await run(await make(parts), kiosks))
      say(`${kind}: ${perKind} races`)
    }
    const found = withDatabase({ config }, wrongs)
    tally.ms.sort((a, b) => a - b)
    const percentile = (q: number) => Number((tally.ms[Math.floor(q * tally.ms.length)] ?? 0).toFixed(1))
    return {
      races: tally.races,
      ...found,
      both_agreed: tally.both,
      unwon: tally.unwon,
      race_p50_ms: percentile(0.5),
      race_p95_ms: percentile(0.95),
      seconds: Number(((performance.now() - began) / 1000).toFixed(1)),
    }
  } finally {
    server.child.kill('SIGKILL')
    await server.exited
    await rm(folder, { recursive: true })
  }
}

type Tally = { races: number; both: number; unwon: number; ms: number[] }

function count(tally: Tally, { won, ms }: { won: number; ms: number }): void {
  tally.races += 1
  tally.ms.push(ms)
  if (won === 0) tally.unwon += 1
  if (won > 1) tally.both += 1
}

/** How many were agreed to, and how long until both were answered. @throws where one is refused for another reason. */
async function run({ ask, refusals }: PrizeRace, kiosks: [TestStaff, TestStaff]): Promise<{ won: number; ms: number }> {
  const began = performance.now()
  const answers = await Promise.all(ask.map((one, i) => answerOf(one(kiosks[i] as TestStaff))))
  const ms = performance.now() - began
  for (const answer of answers) if (answer !== 'won' && !refusals.includes(answer)) throw new Error(answer)
  return { won: answers.filter(answer => answer === 'won').length, ms }
}

async function answerOf(asked: Promise<AwardView>): Promise<string> {
  try {
    await asked
    return 'won'
  } catch (error) {
    const refusal = gameErrorOf(error)
    if (!refusal) throw error
    return refusal.key
  }
}

/** A contest in a folder, drawn for once, with so many players who have all sent the same prompt. */
async function fill(folder: string, players: number): Promise<Omit<PrizeRaceParts, 'owner' | 'giver'>> {
  await using setup = await startGame({ folder })
  const first = await setup.join()
  await first.ended((await first.send('a duck')).id)
  const ids = withDatabase(setup, db => Array.from({ length: players }, () => join(db)))
  const [kim, lee, ...fresh] = ids as [string, string, ...string[]]
  return { roundId: first.round.id, first: first.id, regulars: [kim, lee], fresh }
}

/** Somebody who has sent the prompt that is known; over HTTP, joining is slower than what is measured. */
function join(db: Db): string {
  const [played] = db.select().from(round).all()
  const [drawn] = db.select().from(picture).all()
  if (!played || !drawn) throw new Error('nothing was drawn')
  const [now, nickname] = [Date.now(), nanoid(12)]
  const who = { contestId: played.contestId, deviceId: nanoid(), nickname, language: 'ko' as const }
  const { player } = joinPlayer(db, who, now)
  const { prompt, promptKey } = drawn
  const entry = { id: nanoid(), roundId: played.id, playerId: player.id, prompt, promptKey, captcha: null, now }
  createEntry(db, entry, () => false)
  return player.id
}

/** What the database must never hold, counted in it and not from the answers. */
function wrongs(db: Db) {
  const twice = (columns: string, where: string) =>
    sql`(select count(*) from (select 1 from award where undone_at is null and ${sql.raw(where)} group by ${sql.raw(columns)} having count(*) > 1))`
  return db.get<{ oversold: number; double_awards: number; double_claims: number }>(sql`
    select
      (select count(*) from prize where given > stock or given <> (
        select count(*) from award where prize_id = prize.id and undone_at is null)) as oversold,
      ${twice('prize_id, player_id', 'true')} + ${twice('player_id', "kind = 'participation'")}
        + ${twice('device_id', 'device_id is not null')} + ${twice('prize_id, rank', 'rank is not null')}
        + ${twice('player_id', "kind = 'draw'")} as double_awards,
      (select count(*) from (select subject from audit_log where action in ('award.claim', 'award.code')
        group by subject having count(*) > 1))
        + (select count(*) from (select award_id from prize_code where award_id is not null
        group by prize_id, code having count(*) > 1)) as double_claims`)
}

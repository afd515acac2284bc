import { setTimeout as delay } from 'node:timers/promises'
import type { Language } from '@dabble/api'
import { type Client, gameErrorOf } from '@dabble/api/client'
import { people } from '../crowd/people.ts'
import { joinGame } from '../crowd/player.ts'

/** For the crew to make a ghost of, and to rename. */
const boss = '사장님 (the boss)'
const offensive = '운영진 바보'

/** People read, think and type, and look at what they got. Milliseconds. */
const human = { arrive: [500, 6_000], think: [5_000, 30_000] } as const

const between = ([least, most]: readonly [number, number]) => least + Math.random() * (most - least)
const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T
const prompts = people.flatMap(([, before, after]) => [...before, ...after])
const languageOf = (text: string): Language => (/\p{Script=Hangul}/u.test(text) ? 'ko' : 'en')

export interface CrowdOptions {
  url: string
  players: number
  minutes: number
  /** An unlocked device of the crew's. */
  staff: Client
  say(line: string): void
}

/** Nicknames of so many people: the boss, somebody rude, and whoever else comes by. */
export function nicknames(players: number): string[] {
  const known = people.map(([nickname]) => nickname)
  const others = Array.from(
    { length: Math.max(0, players - known.length) },
    (_, i) => `${known[i % known.length]?.slice(0, 12)} ${2 + Math.floor(i / known.length)}`,
  )
  return [boss, offensive, ...known, ...others].slice(0, Math.max(2, players))
}

/** Lets a crowd arrive, play at a human pace, and go home when its time is over. Resolves when everybody has left off. */
export async function playRehearsal({ url, players, minutes, staff, say }: CrowdOptions): Promise<void> {
  const until = Date.now() + minutes * 60_000
  const playing: Promise<void>[] = []
  for (const nickname of nicknames(players)) {
    if (Date.now() >= until) break
    playing.push(play(nickname))
    await delay(Math.min(between(human.arrive), Math.max(0, until - Date.now())))
  }
  await Promise.all(playing)

  async function play(nickname: string): Promise<void> {
    const player = await untilTaken(() => joinGame(url, nickname, languageOf(nickname)), until)
    if (!player) return
    say(`${nickname} has joined`)
    if (nickname === boss) {
      await staff.staff.players.setGhost.mutate({
        id: player.id,
        on: true,
        reason: 'rehearsal: plays out of competition',
      })
    }
    const own = people.find(([name]) => name === nickname)
    const first = [...(own?.[1] ?? []), ...(own?.[2] ?? [])]
    while (Date.now() < until) {
      const sent = await untilTaken(async () => player.send(first.shift() ?? pick(prompts)), until)
      if (sent) await untilTaken(() => player.ended(sent.id), until)
      await delay(Math.min(between(human.think), Math.max(0, until - Date.now())))
    }
  }
}

/** Tries again, as people do: the round may be closed, the server away. Null when the crowd's time is over. */
async function untilTaken<T>(ask: () => Promise<T>, until: number): Promise<T | null> {
  while (Date.now() < until) {
    try {
      return await ask()
    } catch (error) {
      // Whoever has been disqualified goes home.
      if (gameErrorOf(error)?.key === 'player-disqualified') return null
      await delay(Math.min(between([2_000, 6_000]), Math.max(0, until - Date.now())))
    }
  }
  return null
}

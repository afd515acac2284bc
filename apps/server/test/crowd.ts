import { EventEmitter, once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { type GameErrorShape, newEntryId } from '@dabble/api'
import { gameErrorOf } from '@dabble/api/client'
import { joinGame, type TestPlayer } from './harness.ts'

/** Players who go on whatever happens to the server, as phones do: the same entry id until an answer comes. */
export interface Crowd {
  /** Ids of entries that the server has accepted, with their players. */
  acknowledged: Map<string, TestPlayer>
  /** Resolves once so many entries more have been accepted. */
  plays(entries: number): Promise<void>
  /** Stops sending; returns when everybody has heard how their last entry ended. */
  finish(): Promise<void>
}

const things = ['duck', 'swan', 'frog', 'cat', 'house', 'tree', 'fish', 'rabbit', 'penguin', 'balloon']
const places = ['on a lake', 'in the snow', 'on the beach', 'in a meadow', 'at night', 'at sunset']
const pick = <T>(list: readonly T[]) => list[Math.floor(Math.random() * list.length)] as T
const somePrompt = () => `${pick(['small', 'big', 'red', 'blue'])} ${pick(things)} and ${pick(things)} ${pick(places)}`

export async function startCrowd(url: string, size: number): Promise<Crowd> {
  const acknowledged = new Map<string, TestPlayer>()
  const accepted = new EventEmitter<{ entry: [] }>()
  let going = true

  async function play(player: TestPlayer) {
    while (going) {
      const id = newEntryId()
      const refused = await insist(() => player.send(somePrompt(), id), `entry ${id}`)
      if (refused) await delay(300)
      else {
        acknowledged.set(id, player)
        accepted.emit('entry')
        await insist(() => player.ended(id), `entry ${id}`)
        await delay(Math.random() * 200)
      }
    }
  }

  const players = await Promise.all(Array.from({ length: size }, () => joinGame(url)))
  const games = players.map(play)
  return {
    acknowledged,
    async plays(entries) {
      const enough = acknowledged.size + entries
      while (acknowledged.size < enough) await once(accepted, 'entry')
    },
    async finish() {
      going = false
      await Promise.all(games)
    },
  }
}

/** Asks until the server answers. Returns its refusal, or null when it agreed; anything unforeseen is thrown. */
export async function insist(ask: () => Promise<unknown>, what: string): Promise<GameErrorShape | null> {
  for (const until = Date.now() + 60_000; Date.now() < until; await delay(100)) {
    try {
      await ask()
      return null
    } catch (error) {
      const refusal = gameErrorOf(error)
      if (refusal && refusal.key !== 'internal') return refusal
    }
  }
  throw new Error(`no answer for a minute: ${what}`)
}

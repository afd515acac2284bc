import { people as crowd } from '../../apps/server/src/crowd/people.ts'
import type { TestGame } from '../../apps/server/test/harness.ts'

const late: [string, string[]] = ['Zoë', ['the moon over a pond', 'a duck at night', 'a duck']]

async function play(game: TestGame, nickname: string, prompts: string[]) {
  const player = await game.join(nickname)
  const send = async (prompt: string) => player.ended((await player.send(prompt)).id)
  for (const prompt of prompts) await send(prompt)
  return send
}

/** Lets everybody play at once, as they do; what it returns lets them play on, and one more join. */
export async function playCrowd(game: TestGame): Promise<() => Promise<void>> {
  const sends = await Promise.all(crowd.map(([nickname, before]) => play(game, nickname, before)))
  return async () => {
    await play(game, ...late)
    for (const [i, send] of sends.entries()) for (const prompt of crowd[i]?.[2] ?? []) await send(prompt)
  }
}

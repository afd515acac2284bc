import { newEntryId } from '@dabble/api'
import { openToRead } from '../../apps/server/src/db/read.ts'
import { insist } from '../../apps/server/test/crowd.ts'
import { joinGame } from '../../apps/server/test/harness.ts'

/** So many pictures at either end do not count: everything is warmed up, the line fills, and it drains. */
const ends = 8

/** Every player draws one picture after the other until there are so many; all prompts are new. */
export async function drawPictures(url: string, players: number, pictures: number, name: string): Promise<void> {
  let next = 0
  const play = async () => {
    const player = await joinGame(url)
    while (next < pictures) {
      const prompt = `${name} with ${next++} balloons`
      const id = newEntryId()
      // Whatever happens to who draws, the game answers; it is asked again where it says "too fast".
      while (await insist(() => player.send(prompt, id), prompt));
      await player.ended(id)
    }
  }
  await Promise.all(Array.from({ length: players }, play))
}

/** Pictures a second of those whose prompt begins so, from the times at which the database has them done. */
export function rateOf(databaseFile: string, name: string): number {
  const database = openToRead(databaseFile).$client
  const at = database
    .prepare('select finished_at from picture where prompt like ? order by finished_at')
    .pluck()
    .all(`${name} %`) as number[]
  database.close()
  const [first, last] = [at[ends] as number, at.at(-1 - ends) as number]
  return (at.length - 1 - 2 * ends) / ((last - first) / 1000)
}

import type { TestGame } from '../../apps/server/test/harness.ts'

/** Who plays, with what they send: first of all, and once the big screens are on. */
const crowd: Array<[nickname: string, before: string[], after: string[]]> = [
  ['오리배 선장', ['오리', '오리와 백조'], ['호수 위의 오리와 백조']],
  ['Mina', ['a duck', 'a swan'], ['a duck and a swan on a lake']],
  ['quackmaster', ['quack', 'two swans at sunset'], ['a swan and a duck swimming']],
  ['백조의 호수', ['백조'], ['하얀 백조가 호수에 있다']],
  ['물결🌊', ['푸른 호수의 백조'], ['오리와 백조']],
  ['Joon', ['a green duck next to a white swan'], ['a frog']],
  ['김래블업', ['낮의 호수와 오리'], ['노을 진 호수']],
  ['swan_lake', ['swan', 'a big white swan on blue water'], ['a swan']],
  ['데브옵스', ['산이 보이는 호수의 오리'], ['산과 호수']],
  ['Ada', ['a mallard and a mute swan'], ['a mallard and a swan, hills behind']],
  ['가나다라마바사아자차카타파하거너더러머버', ['구름 아래 오리'], ['풀밭 위의 오리와 백조']],
  ['park.h', ['a chicken in a field'], ['a duck and a swan on a meadow']],
]
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

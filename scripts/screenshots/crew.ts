import { pairingCodeOf, type TestGame } from '../../apps/server/test/harness.ts'
import { newNonce, type PrizeKind, type RoundStep } from '../../packages/api/src/index.ts'

/** Drawn by nobody before. */
const waiting = ['a rabbit in the snow', '눈 속의 고양이', 'a boat at sunset', '달과 별']

export type Crew = Awaited<ReturnType<typeof openCrew>>

/** Somebody of the booth crew, who works through the same API as the staff screens. */
export async function openCrew(game: TestGame) {
  const { client, cookies } = game.visitor()
  const { staff } = client
  await staff.crew.pair.mutate({ code: pairingCodeOf(game) })
  await staff.crew.setUp.mutate({ name: '지우 Jiwoo', pin: '246810' })
  await staff.crew.add.mutate({ name: 'Sam', pin: '135790', role: 'staff' })
  const playerId = async (nickname: string) => (await staff.players.search.query({ text: nickname }))[0]?.id ?? ''
  const roundId = async () => (await staff.rounds.list.query())[0]?.id ?? ''

  return {
    staff,
    /** What makes a browser this device. */
    cookies: () => [...cookies].map(([name, value]) => ({ name, value })),
    playerId,
    /** A prize with a picture that somebody of the crew has drawn in the game itself. */
    async stock(kind: PrizeKind, name: { ko: string; en: string }, stock: number, prompt: string) {
      const ranks = kind === 'rank' ? { roundId: await roundId(), windowId: null, from: 1, to: 3 } : null
      return staff.prizes.create.mutate({ kind, name, stock, picture: await drawn(prompt), ranks })
    },
    async give(nickname: string, prizeId: string, reason: string, announce = false) {
      const player = await staff.players.get.query({ id: await playerId(nickname) })
      const pictureHash = player.picture?.hash ?? null
      const input = { nonce: newNonce(), prizeId, playerId: player.id, reason, pictureHash, announce }
      return staff.awards.give.mutate(input)
    },
    /** From now on every new picture waits for somebody; a few do. */
    async holdPictures() {
      await staff.changeSettings.mutate({ round: { id: await roundId(), screening: true } })
      for (const prompt of waiting) await drawn(prompt)
    },
    async step(step: RoundStep) {
      await staff.rounds.step.mutate({ id: await roundId(), step, reason: 'The plan of the day' })
    },
  }

  async function drawn(prompt: string): Promise<string> {
    if (!painter) {
      painter = await game.join('Booth crew')
      await staff.players.setGhost.mutate({ id: painter.id, on: true, reason: 'Draws the pictures of the prizes' })
    }
    const { picture } = await painter.ended((await painter.send(prompt)).id)
    const file = await painter.fetch(picture?.url ?? '')
    return `data:image/png;base64,${Buffer.from(await file.arrayBuffer()).toString('base64')}`
  }
}

/** Draws the pictures of the prizes. */
let painter: Awaited<ReturnType<TestGame['join']>> | null = null

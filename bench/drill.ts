import { drill } from '../apps/server/test/drill.ts'

/** The kill drill of the tests, longer: twenty kills of a game with twenty players. */
export const run = (say: (line: string) => void) => drill({ kills: 20, players: 20 }, say)

import { racePrizes } from '../apps/server/test/prize-races.ts'

/** The prize races of the tests, many more: two kiosks of a real server reach for the same thing at the same moment. */
export const run = (say: (line: string) => void) => racePrizes({ perKind: 150 }, say)

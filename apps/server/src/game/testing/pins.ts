import type { GameDeps } from '../game.ts'

/** Argon2 is tested where it is used for real; rules are tested with something that costs nothing. */
export const pins: GameDeps['pins'] = {
  hash: async pin => `hash of ${pin}`,
  verify: async (hash, pin) => hash === `hash of ${pin}`,
}

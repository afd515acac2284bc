import { hash, verify } from '@node-rs/argon2'
import type { GameDeps } from '../game/game.ts'

/** argon2id (the library's default) by OWASP's figures; a PIN is short, so what keeps it safe is the lockout per device. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const pins: GameDeps['pins'] = {
  hash: pin => hash(pin, cost),
  verify: (hashed, pin) => verify(hashed, pin),
}

import { z } from 'zod'

/** Longer strings are refused unread. A real solution is about 800 characters. */
const MAX_LENGTH = 4_096

const hex = z.string().regex(/^(?:[0-9a-f]{2})+$/)

/**
 * The shape of what `issue` signs and the browser returns. Nothing optional and nothing more: a parameter that ALTCHA would
 * act upon (its own `expiresAt`, a missing `keySignature`) cannot even be expressed.
 */
const solutionSchema = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal('SCRYPT'),
      nonce: hex,
      salt: hex,
      cost: z.int(),
      memoryCost: z.int(),
      parallelism: z.int(),
      keyLength: z.int(),
      keyPrefix: hex,
      keySignature: hex,
      data: z.strictObject({
        playerId: z.string(),
        action: z.string(),
        difficulty: z.int(),
        issuedAt: z.number(),
        expiresAt: z.number(),
      }),
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.int(), derivedKey: hex }),
})

/** Reads ALTCHA's payload (base64 of JSON); null for anything else. */
export function parseSolution(solution: string): z.infer<typeof solutionSchema> | null {
  if (solution.length > MAX_LENGTH) return null
  try {
    return solutionSchema.parse(JSON.parse(Buffer.from(solution, 'base64').toString('utf8')))
  } catch {
    return null
  }
}

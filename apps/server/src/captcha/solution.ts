import { z } from 'zod'

/** Longer strings are refused unread. A real solution is about 800 characters. */
const MAX_LENGTH = 4_096

const hex = z.string().regex(/^(?:[0-9a-f]{2})+$/)

/**
 * The shape of what `issue` signs and the browser returns. Nothing optional and nothing more: a parameter that ALTCHA would
 * act upon (its own `expiresAt`, a missing `keySignature`) cannot even be expressed. Names are in alphabetical order, because that
 * is how ALTCHA signs them and what is read here comes out in the order of the schema.
 */
const solutionSchema = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal('SCRYPT'),
      cost: z.int(),
      data: z.strictObject({
        action: z.string(),
        difficulty: z.int(),
        expiresAt: z.number(),
        issuedAt: z.number(),
        playerId: z.string(),
      }),
      keyLength: z.int(),
      keyPrefix: hex,
      keySignature: hex,
      memoryCost: z.int(),
      nonce: hex,
      parallelism: z.int(),
      salt: hex,
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.uint32(), derivedKey: hex }),
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

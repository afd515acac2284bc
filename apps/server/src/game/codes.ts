import { createHash, randomInt } from 'node:crypto'

/** Digits and capitals without look-alikes: no 0, 1, I, L, O, U. 30 characters, 4.9 bits each. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

const randomCode = (length: number) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')

export const playerCodeLength = 5
export const claimCodeLength = 8

/** Public and short, for staff to find a player: 24 million of them, unique in the database. */
export const newPlayerCode = (): string => randomCode(playerCodeLength)

/** Secret, for continuing on another device: 59 bits, as `recoveryCodeSchema` accepts it once the dashes are gone. */
export const newRecoveryCode = (): string => inGroups(randomCode(12), 4)

/** Secret and used once, typed by staff from the terminal: 49 bits. */
export const newPairingCode = (): string => inGroups(randomCode(10), 5)

/** Secret and used once, for a player whose phone is lost: 59 bits. */
export const newRebindCode = (): string => inGroups(randomCode(12), 4)

/** One award's, shown on the winner's phone, scanned or typed by staff: 39 bits. */
export const newClaimCode = (): string => randomCode(claimCodeLength)

export const inGroups = (code: string, size: number) => code.match(new RegExp(`.{${size}}`, 'g'))?.join('-') ?? code

/** A code however it was typed: case, dashes and spaces make no difference. */
export const plainCode = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** What the database keeps of a secret code, however it was typed: hex sha256. */
export function hashCode(code: string): string {
  return createHash('sha256').update(plainCode(code)).digest('hex')
}

import { scrypt } from '@noble/hashes/scrypt.js'
import type { DeriveKeyFunction } from 'altcha-lib/types'

/**
 * ALTCHA's SCRYPT in plain JavaScript. ALTCHA's own browser solvers need `crypto.subtle` (absent on `http://` LAN addresses)
 * or WebAssembly; this needs neither, and is about as fast as WebAssembly because scrypt is all 32-bit additions and rotations.
 */
export const deriveKey: DeriveKeyFunction = async (parameters, salt, password) => ({
  derivedKey: scrypt(password, salt, {
    N: parameters.cost,
    r: parameters.memoryCost ?? 8,
    p: parameters.parallelism ?? 1,
    dkLen: parameters.keyLength,
  }),
})

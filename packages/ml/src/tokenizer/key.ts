import { createHash } from 'node:crypto'

/** SHA-256, hex, of token ids as little-endian int32. */
export function keyOf(ids: readonly Int32Array[]): string {
  const hash = createHash('sha256')
  for (const part of ids) {
    const bytes = Buffer.alloc(part.length * 4)
    for (const [i, id] of part.entries()) bytes.writeInt32LE(id, i * 4)
    hash.update(bytes)
  }
  return hash.digest('hex')
}

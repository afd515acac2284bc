import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** Hash of a file of any size, read in pieces. @param algorithm as OpenSSL names it @param prefix hashed before the content. */
export async function hashOfFile(
  path: string,
  algorithm: 'sha1' | 'sha256' | 'sha512',
  encoding: 'hex' | 'base64' = 'hex',
  prefix = '',
): Promise<string> {
  const hash = createHash(algorithm).update(prefix)
  await pipeline(createReadStream(path, { highWaterMark: 2 ** 20 }), hash)
  return hash.digest(encoding)
}

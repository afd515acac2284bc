import { stat } from 'node:fs/promises'
import { hashOfFile } from '../checksum.ts'
import type { Checksum } from './catalogue-entry.ts'

const isGitBlob = (checksum: Checksum) => checksum.length === 40

/** Whether a file is what its checksum says. Rejects when it cannot be read. */
export async function matches(path: string, checksum: Checksum): Promise<boolean> {
  if (!isGitBlob(checksum)) return (await hashOfFile(path, 'sha256')) === checksum
  // git hashes a header before the content.
  const { size } = await stat(path)
  return (await hashOfFile(path, 'sha1', 'hex', `blob ${size}\0`)) === checksum
}

/** The checksum that the hub claims in an ETag: quoted, weak or bare; null for any other kind of tag. */
export function claimedIn(etag: string): Checksum | null {
  return /^(?:W\/)?"?([0-9a-f]{64}|[0-9a-f]{40})"?$/.exec(etag)?.[1] ?? null
}

/** Whether two checksums contradict each other; those of different kinds cannot. */
export const contradict = (a: Checksum, b: Checksum): boolean => a.length === b.length && a !== b

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/** What an image server sent is something else. */
export class NotPng extends Error {
  override readonly name = 'NotPng'
}

/** Pixels of a PNG, from its first chunk. @throws {NotPng} on anything else. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(24, bytes.byteLength))
  if (head.length < 24 || !head.subarray(0, 8).equals(signature)) throw new NotPng('the image server sent no PNG')
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
}

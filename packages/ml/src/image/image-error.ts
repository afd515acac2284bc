/** Not a picture this reads, or one that is too large. The message is for the caller. */
export class ImageError extends Error {
  override readonly name = 'ImageError'
}

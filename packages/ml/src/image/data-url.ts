import { ImageError } from './image-error.ts'

/** Bytes of an encoded picture. */
const maxBytes = 8 * 1024 * 1024

export const isDataUrl = (input: string) => /^data:/i.test(input)

/** The bytes of `data:image/…;base64,…`. Throws ImageError. */
export function imageOf(dataUrl: string): Buffer {
  const comma = dataUrl.indexOf(',')
  if (!/^data:image\/(png|jpeg|webp);base64$/i.test(dataUrl.slice(0, Math.max(0, comma))))
    throw new ImageError('Picture inputs are data:image/png, jpeg or webp;base64 URLs.')
  const base64 = dataUrl.slice(comma + 1)
  if (base64.length > (maxBytes / 3) * 4) throw new ImageError(`Pictures may have at most ${maxBytes} bytes.`)
  return Buffer.from(base64, 'base64')
}

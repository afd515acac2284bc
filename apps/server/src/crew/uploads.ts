import { GameError } from '@dabble/api'
import sharp, { type OutputInfo } from 'sharp'
import type { GameDeps } from '../game/game.ts'
import type { PictureStore } from '../pictures/store.ts'

const limits = { bytes: 5_000_000, pixels: 40_000_000, edge: 1_024, seconds: 15 }

/** What a file is, by its first bytes and not by what somebody calls it. */
const isPicture = (head: string): boolean =>
  head.startsWith('\x89PNG\r\n\x1a\n') || head.startsWith('\xff\xd8\xff') || /^RIFF.{4}WEBP/s.test(head)

/** Keeps uploaded pictures beside those that were drawn, as PNG. */
export function createUploads(store: PictureStore): GameDeps['pictures'] {
  return {
    async save(dataUrl) {
      const { data, info } = await cleanPicture(bytesOf(dataUrl))
      return { hash: await store.write(data), width: info.width, height: info.height }
    },
  }
}

/**
 * A picture as everybody may see it: the right way up, without what a camera wrote into it (place, time, owner), the first frame
 * where it moves, no edge longer than 1,024 pixels, on white where it is transparent: models see the colours behind, and people
 * would see those of their theme.
 * @throws {GameError} `upload-too-big` beyond 5 MB or 40 megapixels, known from the head and before anything is unpacked;
 * `upload-unreadable` for anything but PNG, JPEG and WebP.
 */
export async function cleanPicture(bytes: Buffer): Promise<{ data: Buffer; info: OutputInfo }> {
  if (bytes.length > limits.bytes) throw new GameError('upload-too-big')
  if (!isPicture(bytes.toString('latin1', 0, 16))) throw new GameError('upload-unreadable')
  const picture = sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'error', pages: 1 })
  const { width = 0, height = 0 } = await orUnreadable(picture.metadata())
  if (width * height > limits.pixels) throw new GameError('upload-too-big')
  const clean = picture
    .autoOrient()
    .resize({ width: limits.edge, height: limits.edge, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .png({ compressionLevel: 9 })
    .timeout({ seconds: limits.seconds })
  return orUnreadable(clean.toBuffer({ resolveWithObject: true }))
}

function bytesOf(dataUrl: string): Buffer {
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')
}

/** Whatever libvips finds wrong with a file is wrong with the file. */
async function orUnreadable<T>(read: Promise<T>): Promise<T> {
  try {
    return await read
  } catch (error) {
    const tooBig = error instanceof Error && error.message.includes('exceeds pixel limit')
    throw new GameError(tooBig ? 'upload-too-big' : 'upload-unreadable')
  }
}

import { ImageError } from './image-error.ts'
import type { Rgb, Size } from './resample.ts'
import { sharp } from './sharp.ts'

const maxPixels = 4096 * 4096

export type Transparency = 'white' | 'dropped'

/**
 * An encoded picture (PNG, JPEG or WebP, first frame, turned upright, sRGB) as 8-bit RGB; cropped from the middle and resized by
 * libvips where a size is given. Throws ImageError.
 */
export async function decodePicture(
  bytes: Uint8Array,
  transparency: Transparency,
  coverOf?: (size: Size) => Size | undefined,
): Promise<Rgb> {
  try {
    const image = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
    const cover = coverOf?.((await image.metadata()).autoOrient)
    const upright = cover ? image.autoOrient().resize({ ...cover, fit: 'cover' }) : image.autoOrient()
    const opaque = transparency === 'white' ? upright.flatten({ background: '#fff' }) : upright.removeAlpha()
    const { data, info } = await opaque.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
    return { data, width: info.width, height: info.height }
  } catch (error) {
    throw new ImageError(
      `The picture cannot be read (PNG, JPEG or WebP up to ${maxPixels} pixels): ${firstLine(error)}`,
    )
  }
}

const firstLine = (error: unknown) => String(error instanceof Error ? error.message : error).split('\n')[0]

import type { PreprocessorConfig } from '../bundle/index.ts'
import { areaAverage } from './area-average.ts'
import { sharp } from './sharp.ts'

/** Not a picture this reads, or one that is too large. The message is for the caller. */
export class ImageError extends Error {
  override readonly name = 'ImageError'
}

const maxPixels = 4096 * 4096
/** Larger pictures are brought to this multiple of the encoder's size before the exact averaging. */
const reduceAbove = 8

/**
 * An encoded picture (PNG, JPEG or WebP, first frame, turned upright, transparency on white, centre-cropped) as the CLIP graph's
 * `pixel_values` [3, height, width]. Throws ImageError.
 */
export async function pixelValues(bytes: Uint8Array, config: PreprocessorConfig): Promise<Float32Array> {
  const { data, info } = await readPixels(bytes, config.size).catch(error => {
    throw new ImageError(
      `The picture cannot be read (PNG, JPEG or WebP up to ${maxPixels} pixels): ${firstLine(error)}`,
    )
  })
  const values = areaAverage(data, info, config.size)
  const area = config.size.width * config.size.height
  for (let i = 0; i < values.length; i++) {
    const channel = Math.floor(i / area) as 0 | 1 | 2
    values[i] = ((values[i] as number) * config.rescale_factor - config.image_mean[channel]) / config.image_std[channel]
  }
  return values
}

async function readPixels(bytes: Uint8Array, target: PreprocessorConfig['size']) {
  const image = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
  const { width, height } = (await image.metadata()).autoOrient
  const scale = Math.min(width / target.width, height / target.height, reduceAbove)
  const size = {
    width: Math.max(1, Math.round(scale * target.width)),
    height: Math.max(1, Math.round(scale * target.height)),
  }
  return image
    .autoOrient()
    .resize({ ...size, fit: 'cover' })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
}

const firstLine = (error: unknown) => String(error instanceof Error ? error.message : error).split('\n')[0]

import { InferenceUnavailable } from './errors.ts'

/** As what the crew uploads: enough for every screen, and no strain for a phone. */
const longestEdge = 1_024

/**
 * A foreign server's picture (PNG, JPEG or WebP) as a PNG of at most 1,024 pixels an edge, upright, first frame, pixels and nothing
 * else: many servers write the prompt into the file, and whoever looks at a picture would read it before the reveal.
 * Throws InferenceUnavailable.
 */
export async function asPng(bytes: Buffer): Promise<Buffer> {
  // Only who has foreign pictures to read loads a decoder.
  const { sharp } = await import('../image/sharp.ts')
  return sharp(bytes, { limitInputPixels: 40_000_000, failOn: 'error', pages: 1 })
    .autoOrient()
    .resize({ width: longestEdge, height: longestEdge, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .png()
    .timeout({ seconds: 15 })
    .toBuffer()
    .catch(error => {
      throw new InferenceUnavailable('The answer is no picture that can be read (PNG, JPEG or WebP)', { cause: error })
    })
}

import { sharp } from '../image/sharp.ts'
import type { Pixels } from '../pipeline/pixels.ts'

/** The share of pixels that are more than one 8-bit level off in some channel; 1 where sizes differ. */
export async function comparePictures(ours: Pixels | undefined, file: Buffer): Promise<number> {
  const { data, info } = await sharp(file)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (ours?.width !== info.width || ours.height !== info.height) return 1
  let off = 0
  for (let i = 0; i < data.length; i += 3)
    if ([i, i + 1, i + 2].some(at => Math.abs((data[at] as number) - (ours.data[at] as number)) > 1)) off++
  return off / (data.length / 3)
}

import { expect, test } from 'vitest'
import { ImageError } from '../image/image-error.ts'
import { sharp } from '../image/sharp.ts'
import { framed, pixelValues } from './pixel-values.ts'
import { preprocessorFile } from './preprocessor.ts'

const bare = { do_rescale: false, do_normalize: false }

/** Grey (31 x + 57 y) mod 256. */
function picture(width: number, height: number): Promise<Buffer> {
  const pixels = Array.from({ length: width * height }, (_, i) => (31 * (i % width) + 57 * Math.floor(i / width)) % 256)
  const data = Buffer.from(pixels.flatMap(v => [v, v, v]))
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}

// By transformers 4.57's CLIPImageProcessor.
test.each([
  ['shortest edge, odd crop', [7, 4], { size: 4, crop_size: 3 }, [62, 93, 124, 119, 150, 181, 176, 207, 238]],
  [
    'a crop that reaches over the edge on two sides, and within it on the others',
    [9, 5],
    { size: { shortest_edge: 4 }, crop_size: { height: 5, width: 3 } },
    [0, 0, 0, 92, 133, 189, 173, 205, 150, 132, 98, 41, 54, 74, 128],
  ],
  [
    'a size whatever the shape, bilinear',
    [7, 4],
    { size: { height: 3, width: 3 }, resample: 2, do_center_crop: false },
    [44, 110, 176, 113, 171, 144, 181, 116, 73],
  ],
  [
    'a crop alone',
    [6, 5],
    { do_resize: false, crop_size: { height: 2, width: 4 } },
    [88, 119, 150, 181, 145, 176, 207, 238],
  ],
] as const)('%s', async (_, [width, height], config, expected) => {
  const { data } = await framed(await picture(width, height), preprocessorFile.parse({ ...bare, ...config }))
  expect([...data].filter((_, i) => i % 3 === 0)).toEqual(expected)
})

test('an empty file is CLIP as OpenAI trained it', () => {
  expect(preprocessorFile.parse({})).toEqual(
    preprocessorFile.parse({
      crop_size: 224,
      do_center_crop: true,
      do_normalize: true,
      do_resize: true,
      feature_extractor_type: 'CLIPFeatureExtractor',
      image_mean: [0.48145466, 0.4578275, 0.40821073],
      image_std: [0.26862954, 0.26130258, 0.27577711],
      resample: 3,
      size: 224,
    }),
  )
})

test.each([
  ['pictures of many sizes', { do_center_crop: false }, /one size/],
  ['a crop after area averaging', { resample: 4, size: { height: 64, width: 64 } }, /resample 4/],
  ['a kernel that is not here', { resample: 1 }, /Invalid/],
])('%s are refused', (_, config, message) => {
  expect(() => preprocessorFile.parse(config)).toThrow(message)
})

const areaOfTwo = { resample: 4, size: { height: 2, width: 2 }, do_center_crop: false }

test('what is see-through is ignored for PIL’s kernels, and stands on white for area averaging', async () => {
  const raw = { width: 2, height: 2, channels: 4 } as const
  const glass = await sharp(Buffer.from([9, 9, 9, 0].flatMap(v => [v, v, v, 0])), { raw })
    .png()
    .toBuffer()
  const red = async (config: object) => {
    const { data } = await framed(glass, preprocessorFile.parse({ ...bare, ...config }))
    return [0, 3, 6, 9].map(i => data[i])
  }
  expect(await red({ size: 2, crop_size: 2 })).toEqual([9, 9, 9, 0])
  expect(await red(areaOfTwo)).toEqual([255, 255, 255, 255])
})

test('values are rescaled and normalised by channel, in planes', async () => {
  const raw = { width: 1, height: 1, channels: 3 } as const
  const dot = await sharp(Buffer.from([0, 51, 255]), { raw })
    .png()
    .toBuffer()
  const config = { size: 1, crop_size: 1, image_mean: [0.5, 0.1, 0], image_std: [0.5, 0.1, 2] }
  const values = await pixelValues(dot, preprocessorFile.parse(config))
  for (const [i, expected] of [-1, 1, 0.5].entries()) expect(values[i]).toBeCloseTo(expected, 6)
})

test('a picture four thousand times as wide as it is high costs no more than another', async () => {
  const { data } = await framed(await picture(4096, 1), preprocessorFile.parse({}))
  expect(data).toHaveLength(224 * 224 * 3)
})

test('what is not a picture is told so in one line', async () => {
  const refusal = await pixelValues(Buffer.from('GIF89a\nduck'), preprocessorFile.parse({})).catch(error => error)
  expect(refusal).toBeInstanceOf(ImageError)
  expect(refusal.message).not.toContain('\n')
})

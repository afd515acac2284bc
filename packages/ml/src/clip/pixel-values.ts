import { decodePicture } from '../image/decode-picture.ts'
import { type Rgb, resample, type Size } from '../image/resample.ts'
import { coverOf, type Layout, layoutOf } from './layout.ts'
import type { Preprocessor } from './preprocessor.ts'

/** An encoded picture as the vision graph's `pixel_values`: planes [3, height, width] of the frame. Throws ImageError. */
export async function pixelValues(bytes: Uint8Array, preprocessor: Preprocessor): Promise<Float32Array> {
  const { factor, mean, std } = preprocessor
  const { data, width, height } = await framed(bytes, preprocessor)
  const plane = width * height
  const values = new Float32Array(3 * plane)
  for (const channel of [0, 1, 2] as const)
    for (let i = 0; i < plane; i++)
      values[channel * plane + i] = ((data[i * 3 + channel] as number) * factor - mean[channel]) / std[channel]
  return values
}

/** The picture resized and cropped, as it reaches rescaling and normalisation. Throws ImageError. */
export async function framed(bytes: Uint8Array, preprocessor: Preprocessor): Promise<Rgb> {
  const { kernel, frame, transparency } = preprocessor
  const picture = await decodePicture(bytes, transparency, size => coverOf(size, preprocessor))
  const layout = layoutOf(picture, preprocessor)
  return padded(resample(picture, layout.size, layout.window, kernel), frame, layout)
}

/** Black around a picture that does not fill its frame. */
function padded(picture: Rgb, frame: Size, { left, top }: Layout): Rgb {
  if (picture.width === frame.width && picture.height === frame.height) return picture
  const data = new Uint8Array(frame.width * frame.height * 3)
  const stride = picture.width * 3
  for (let y = 0; y < picture.height; y++)
    data.set(picture.data.subarray(y * stride, (y + 1) * stride), ((top + y) * frame.width + left) * 3)
  return { ...frame, data }
}

import { decodePicture } from '../image/decode-picture.ts'
import { area } from '../image/kernels.ts'
import { type Rgb, resample, type Size } from '../image/resample.ts'
import type { Preprocessor } from './preprocessor.ts'

/** Larger pictures are brought to this multiple of the encoder's size before the exact averaging. */
const reduceAbove = 8

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
export async function framed(bytes: Uint8Array, { kernel, resize, frame, transparency }: Preprocessor): Promise<Rgb> {
  if (kernel === area) {
    const picture = await decodePicture(bytes, transparency, size => multipleOf(frame, size))
    return resample(picture, frame, { left: 0, top: 0, ...frame }, kernel)
  }
  const picture = await decodePicture(bytes, transparency)
  const size = typeof resize === 'number' ? withShortestEdge(resize, picture) : (resize ?? picture)
  const window = {
    width: Math.min(size.width, frame.width),
    height: Math.min(size.height, frame.height),
    // Halves towards the top left, as transformers' integer division.
    left: Math.max(0, Math.floor((size.width - frame.width) / 2)),
    top: Math.max(0, Math.floor((size.height - frame.height) / 2)),
  }
  return padded(resample(picture, size, window, kernel), frame)
}

/** The other edge is cut off to whole pixels. */
function withShortestEdge(edge: number, { width, height }: Size): Size {
  return width <= height
    ? { width: edge, height: Math.trunc((edge * height) / width) }
    : { width: Math.trunc((edge * width) / height), height: edge }
}

/** Black around a picture that does not fill its frame. */
function padded(picture: Rgb, frame: Size): Rgb {
  if (picture.width === frame.width && picture.height === frame.height) return picture
  const data = new Uint8Array(frame.width * frame.height * 3)
  const left = Math.ceil((frame.width - picture.width) / 2)
  const top = Math.ceil((frame.height - picture.height) / 2)
  const stride = picture.width * 3
  for (let y = 0; y < picture.height; y++)
    data.set(picture.data.subarray(y * stride, (y + 1) * stride), ((top + y) * frame.width + left) * 3)
  return { ...frame, data }
}

function multipleOf(target: Size, { width, height }: Size): Size {
  const scale = Math.min(width / target.width, height / target.height, reduceAbove)
  return {
    width: Math.max(1, Math.round(scale * target.width)),
    height: Math.max(1, Math.round(scale * target.height)),
  }
}

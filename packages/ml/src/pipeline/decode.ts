import type { Graph } from '../onnx.ts'

/** 8-bit RGB, interleaved. */
export type Pixels = { data: Uint8ClampedArray; width: number; height: number }

/** Latents [C, H, W] through the decoder to a picture. */
export async function decode(decoder: Graph, latents: Float32Array): Promise<Pixels> {
  return toPixels(await decodeRaw(decoder, latents))
}

/** The decoder's own output: planes [3, height, width] in about [-1, 1]. */
export async function decodeRaw(decoder: Graph, latents: Float32Array) {
  const [, ...shape] = decoder.inputShape('latent_sample') as number[]
  const { sample } = await decoder.run({ latent_sample: decoder.tensor('latent_sample', latents, [1, ...shape]) })
  const [, , height, width] = (sample?.dims ?? []) as number[] as [number, number, number, number]
  return { planes: sample?.data as Float32Array, width, height }
}

function toPixels({ planes, width, height }: { planes: Float32Array; width: number; height: number }): Pixels {
  const area = width * height
  const data = new Uint8ClampedArray(3 * area)
  for (let channel = 0; channel < 3; channel++)
    for (let i = 0, from = channel * area, to = channel; i < area; i++, to += 3)
      // The array rounds and clamps.
      data[to] = ((planes[from + i] as number) + 1) * 127.5
  return { data, width, height }
}

import { float32, int64, uint8 } from './element-types.ts'
import type { Fusion, Value } from './fusion.ts'
import { type Part, typeOf } from './part.ts'

export type Scaling = { scaling: number; shift: number }

/**
 * Latents [B, C, H, W] (float32, as the scheduler leaves them) → the outputs of every graph that ends in a picture: `pixels`
 * [B, height, width, 3], rounded as the pipeline does it in JavaScript, and `first` [B, 1, 1, 1], the first value of each before that, by
 * which a picture that is not made of numbers is known.
 */
export function addPicture(
  fusion: Fusion,
  decoder: Part,
  latents: Value,
  { scaling, shift }: Scaling,
  batch: number | string,
) {
  const { op, constant, cast } = fusion
  const scalar = (x: number) => constant(Float32Array.of(x), [])
  const [, channels = 3, height = 'height', width = 'width'] = typeOf(decoder, 'sample').dims
  const scaled = scaling === 1 ? latents : op('Div', [latents, scalar(scaling)])
  const shifted = shift === 0 ? scaled : op('Add', [scaled, scalar(shift)])
  const { sample } = fusion.embed(decoder, { latent_sample: shifted })
  const planes = cast(sample as Value, float32)

  const levels = op('Mul', [op('Add', [planes, scalar(1)]), scalar(127.5)])
  const clamped = op('Clip', [levels, scalar(0), scalar(255)])
  // Round takes halves to the even neighbour, as a Uint8ClampedArray does.
  const bytes = op('Cast', [op('Round', [clamped])], { to: uint8 }, uint8)
  fusion.output('pixels', op('Transpose', [bytes], { perm: [0, 2, 3, 1] }), [batch, height, width, channels])

  const corner = (at: number) => constant(BigInt64Array.of(BigInt(at), BigInt(at), BigInt(at)), [3])
  const axes = constant(BigInt64Array.of(1n, 2n, 3n), [3])
  fusion.output('first', op('Slice', [planes, corner(0), corner(1), axes]), [batch, 1, 1, 1])
}

/** A row that is the same for every picture, as often as `like` has rows. */
export function repeated({ op, constant }: Fusion, row: Float32Array, shape: readonly number[], like: Value): Value {
  const rows = op('Slice', [
    op('Shape', [like], {}, int64),
    constant(BigInt64Array.of(0n), [1]),
    constant(BigInt64Array.of(1n), [1]),
  ])
  const sizes =
    shape.length === 0
      ? rows
      : op('Concat', [rows, constant(BigInt64Array.from(shape, BigInt), [shape.length])], { axis: 0 })
  return op('Expand', [constant(row, [1, ...shape]), sizes])
}

import { z } from 'zod'
import type { Transparency } from '../image/decode-picture.ts'
import { area, bicubic, bilinear, type Kernel } from '../image/kernels.ts'
import type { Size } from '../image/resample.ts'

/** How a CLIP wants its pictures. */
export type Preprocessor = {
  kernel: Kernel
  /** To a shortest edge, to a size whatever the shape, or not at all. */
  resize: number | Size | undefined
  /** The middle of what was resized, which the graph is fed. */
  frame: Size
  /** What stands behind transparency; `dropped`: alpha is ignored, as PIL's conversion to RGB does. */
  transparency: Transparency
  /** A channel's value of 0 … 255 becomes (value · factor - mean) / std. */
  factor: number
  mean: [number, number, number]
  std: [number, number, number]
}

const pixels = z.int().positive()
const sides = z.object({ height: pixels, width: pixels })
const square = pixels.transform(side => ({ height: side, width: side }))
const rgb = z.tuple([z.number(), z.number(), z.number()])
const kernels = { 2: bilinear, 3: bicubic, 4: area } as const

/**
 * preprocessor_config.json, by transformers' names and with the defaults of its CLIPImageProcessor. `resample` is PIL's: 2 bilinear, 3
 * bicubic; 4 is this project's own area averaging to exactly `size`, whose models were shown transparent pictures on white.
 */
export const preprocessorFile = z
  .object({
    do_resize: z.boolean().default(true),
    // A bare number is how older versions wrote the shortest edge.
    size: z.union([pixels, z.object({ shortest_edge: pixels }), sides]).default(224),
    resample: z.literal([2, 3, 4]).default(3),
    do_center_crop: z.boolean().default(true),
    crop_size: z.union([square, sides]).default({ height: 224, width: 224 }),
    do_rescale: z.boolean().default(true),
    rescale_factor: z.number().default(1 / 255),
    do_normalize: z.boolean().default(true),
    image_mean: rgb.default([0.48145466, 0.4578275, 0.40821073]),
    image_std: rgb.default([0.26862954, 0.26130258, 0.27577711]),
  })
  .transform((file, context): Preprocessor => {
    const { size } = file
    const edge = typeof size === 'number' ? size : 'shortest_edge' in size ? size.shortest_edge : size
    const resize = file.do_resize ? edge : undefined
    const frame = file.do_center_crop ? file.crop_size : resize
    if (typeof frame !== 'object') return refuse(context, 'pictures must come out in one size: set do_center_crop')
    if (file.resample === 4 && resize !== frame)
      return refuse(context, 'resample 4 needs a size of height and width, and no crop')
    return {
      kernel: kernels[file.resample],
      resize,
      frame,
      transparency: file.resample === 4 ? 'white' : 'dropped',
      factor: file.do_rescale ? file.rescale_factor : 1,
      mean: file.do_normalize ? file.image_mean : [0, 0, 0],
      std: file.do_normalize ? file.image_std : [1, 1, 1],
    }
  })

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}

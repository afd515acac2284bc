import { z } from 'zod'

const hex64 = z.string().regex(/^[0-9a-f]{64}$/)
const relativePath = z.string().regex(/^(?!.*\.\.)[\w-][\w./-]*$/, 'must be a path inside the bundle')

/** Similarity → score: piecewise linear from -1 to 1, strictly increasing in both, 1 → 100. */
const knots = z
  .array(z.tuple([z.number().min(-1).max(1), z.number().max(100)]))
  .min(2)
  .refine(list => list[0]?.[0] === -1, 'knots start at similarity -1')
  .refine(list => list.at(-1)?.[0] === 1 && list.at(-1)?.[1] === 100, 'knots end at [1, 100]')
  .refine(list => [0, 1].every(axis => increases(list.map(knot => knot[axis] as number))), 'knots increase strictly')

const increases = (numbers: number[]) => numbers.every((n, i) => i === 0 || n > (numbers[i - 1] as number))

/** bundle.json. What the tokenizer and the scheduler need stands in their own folders, as in a diffusers pipeline. */
export const bundleFile = z.object({
  format: z.literal(1),
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  version: z.string(),
  description: z.string(),
  licence: z.string(),
  languages: z.array(z.string()).min(1),
  /** True when no prompt can make it draw anything that would need screening; the reason is for staff to read. */
  harmless: z.boolean(),
  harmlessReason: z.string().optional(),
  /** Pixels. */
  picture: z.object({ width: z.int().positive(), height: z.int().positive() }),
  steps: z.int().min(1).max(200),
  /** Classifier-free guidance; at most 1 means off (one denoiser run a step instead of a pair), as in diffusers. */
  guidance: z.number().min(0),
  /** What guidance leads away from; nothing unless given. */
  negativePrompt: z.string().optional(),
  tokenizer: z.object({ kind: z.enum(['hashed-ngrams', 'clip']) }),
  /** Folder of the latents' decoder: the pipeline's own VAE, or a tiny one in its place. */
  decoder: z.enum(['vae_decoder', 'taesd']).optional(),
  /** Graphs in the bundle's root that do the work of several; made of the bundle whose hash is `of`, and of no other. */
  fused: z
    .object({
      of: z.string().regex(/^[0-9a-f]{16}$/),
      /** Latents to 8-bit pictures. */
      decoder: relativePath.optional(),
      /** Ids and noise to 8-bit pictures, of a pipeline that takes one step. */
      oneStep: relativePath.optional(),
      /** 8-bit pictures of the bundle's own size to CLIP's embeddings. */
      vision: relativePath.optional(),
    })
    .optional(),
  embedding: z.object({ dimensions: z.int().positive() }),
  calibration: z.object({ knots, measured: z.record(z.string(), z.unknown()).optional() }),
  files: z.record(relativePath, z.object({ sha256: hex64, bytes: z.int().nonnegative() })),
})

export type BundleManifest = z.infer<typeof bundleFile> & {
  /** `name@` and 16 hex digits over the files and every number that changes a picture: what a round pins. */
  id: string
  /** Absolute path of the folder. */
  dir: string
}

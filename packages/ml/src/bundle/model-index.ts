import { z } from 'zod'

/** How a pipeline reads prompts: hashed n-grams, one CLIP text encoder, or SDXL's two. */
export type PipelineKind = 'pocket' | 'sd' | 'sdxl'

/** diffusers' classes, and what diffusers and Optimum call the same with ONNX graphs. */
const kinds = {
  OnnxFlowMatchPipeline: 'pocket',
  StableDiffusionPipeline: 'sd',
  OnnxStableDiffusionPipeline: 'sd',
  ORTStableDiffusionPipeline: 'sd',
  LatentConsistencyModelPipeline: 'sd',
  ORTLatentConsistencyModelPipeline: 'sd',
  StableDiffusionXLPipeline: 'sdxl',
  ORTStableDiffusionXLPipeline: 'sdxl',
} as const satisfies Record<string, PipelineKind>

type PipelineClass = keyof typeof kinds

/** model_index.json, as far as it says how to draw. */
export const modelIndexFile = z.object({
  _class_name: z.enum(Object.keys(kinds) as PipelineClass[]),
  /** SDXL: an empty negative prompt is zeros, not an encoded empty text. */
  force_zeros_for_empty_prompt: z.boolean().default(true),
})

export type ModelIndex = z.infer<typeof modelIndexFile>

export const pipelineKind = (index: ModelIndex): PipelineKind => kinds[index._class_name]

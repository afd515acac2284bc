import { fusedPaths } from './manifest.ts'
import { type ModelIndex, pipelineKind } from './model-index.ts'
import type { BundleManifest } from './schemas.ts'

const clipTokenizer = (folder: string) =>
  ['vocab.json', 'merges.txt', 'tokenizer_config.json'].map(file => `${folder}/${file}`)

/** What a kind of pipeline needs beside what all have. */
const byKind = {
  pocket: ['tokenizer/tokenizer_config.json'],
  sd: clipTokenizer('tokenizer'),
  sdxl: [...clipTokenizer('tokenizer'), 'text_encoder_2/model.onnx', ...clipTokenizer('tokenizer_2')],
}

export const tokenizerKind = (index: ModelIndex): BundleManifest['tokenizer']['kind'] =>
  pipelineKind(index) === 'pocket' ? 'hashed-ngrams' : 'clip'

/** Files that a bundle cannot do without; bundle.json may list more. */
export function requiredFiles(index: ModelIndex, { decoder = 'vae_decoder', files, fused }: BundleManifest): string[] {
  const kind = pipelineKind(index)
  const vision = Object.keys(files).find(path => /^clip\/onnx\/vision_model[\w-]*\.onnx$/.test(path))
  return [
    'model_index.json',
    'scheduler/scheduler_config.json',
    'text_encoder/model.onnx',
    ...byKind[kind],
    'unet/model.onnx',
    `${decoder}/model.onnx`,
    // Pocket's latents go into its decoder as they are.
    ...(kind === 'pocket' ? [] : [`${decoder}/config.json`]),
    'clip/preprocessor_config.json',
    vision ?? 'clip/onnx/vision_model.onnx',
    ...fusedPaths({ fused }),
  ]
}

import { expect, test } from 'vitest'
import { pocketDir, readBundleManifest } from './index.ts'
import { type ModelIndex, modelIndexFile } from './model-index.ts'
import { requiredFiles } from './required-files.ts'

const manifest = readBundleManifest(pocketDir)
const index = (_class_name: string): ModelIndex => modelIndexFile.parse({ _class_name })

test('Stable Diffusion needs its vocabulary and the decoder’s scaling', () => {
  const files = requiredFiles(index('StableDiffusionPipeline'), manifest)
  expect(files).toContain('tokenizer/merges.txt')
  expect(files).toContain('vae_decoder/config.json')
  expect(files.filter(path => path.includes('_2/'))).toEqual([])
})

test('SDXL needs a second encoder with a tokenizer of its own', () => {
  const files = requiredFiles(index('ORTStableDiffusionXLPipeline'), manifest)
  expect(files).toContain('text_encoder_2/model.onnx')
  expect(files).toContain('tokenizer_2/vocab.json')
})

test('with the tiny decoder the VAE need not be there', () => {
  const files = requiredFiles(index('LatentConsistencyModelPipeline'), { ...manifest, decoder: 'taesd' })
  expect(files).toContain('taesd/model.onnx')
  expect(files.filter(path => path.startsWith('vae_decoder'))).toEqual([])
})

test('any one of the image encoder’s precisions will do', () => {
  const listed = { 'clip/onnx/vision_model_fp16.onnx': { sha256: '', bytes: 0 } }
  const files = requiredFiles(index('StableDiffusionPipeline'), { ...manifest, files: listed })
  expect(files).toContain('clip/onnx/vision_model_fp16.onnx')
  expect(files).not.toContain('clip/onnx/vision_model.onnx')
})

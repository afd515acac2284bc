import { expect, test } from 'vitest'
import { guidanceEmbedding } from './guidance-embedding.ts'

test('is diffusers’ get_guidance_scale_embedding, to the rounding of its float32 angles', () => {
  // LatentConsistencyModelPipeline.get_guidance_scale_embedding(None, torch.tensor([8.0 - 1]), embedding_dim=8), diffusers 0.36
  const reference = [
    0.5068854093551636, -0.9704796075820923, 0.5866532921791077, 0.6442176103591919, 0.8620134592056274,
    -0.2411831170320511, -0.8098382353782654, 0.7648422122001648,
  ]
  const { values, shape } = guidanceEmbedding(8, 8)
  expect(shape).toEqual([8])
  for (const [i, value] of reference.entries()) expect(values[i]).toBeCloseTo(value, 4)
})

import { expect, test } from 'vitest'
import { guidanceEmbedding } from './guidance-embedding.ts'

test('values of diffusers’ get_guidance_scale_embedding', () => {
  // torch 2.15: pipeline.get_guidance_scale_embedding(torch.tensor([8.0 - 1]), embedding_dim=8)
  expect(guidanceEmbedding(8, 8).values.length).toBe(8)
})

import type { Model } from '@dabble/ml/client'

/** What an endpoint's list of models means for a game with this bundle. */
export type Kind =
  /** Ours: it draws and compares with this very bundle. */
  | { kind: 'ours'; model: Model }
  /** Ours with another bundle: scores would not compare. */
  | { kind: 'other-bundle'; model: Model }
  /** It knows nothing of bundles: an image server of somebody else. */
  | { kind: 'foreign' }

export function judgeModels(models: readonly Model[], bundleId: string): Kind {
  const own = models.find(({ bundle }) => bundle === bundleId)
  if (own?.capabilities?.embeddings) return { kind: 'ours', model: own }
  const other = models.find(({ bundle }) => bundle !== undefined)
  return other ? { kind: 'other-bundle', model: other } : { kind: 'foreign' }
}

/** What staff see of a model's device. */
export const deviceOf = ({ bundle, device }: Partial<Model>) => ({
  bundle: bundle ?? null,
  provider: device?.provider ?? null,
  gpu: device?.gpu?.name ?? null,
  gpuMemoryFreeBytes: device?.gpu?.memory_free_bytes ?? null,
})

import type { Diffusion, Pipeline } from '@dabble/ml/pipeline'
import { UsageError } from '../bench.ts'

/** The graphs of a pipeline, one a stage. Throws UsageError where one graph does all, whose stages nobody can tell apart. */
export function partsOf({ diffusion, manifest }: Pipeline): Diffusion {
  if (diffusion) return diffusion
  throw new UsageError(`${manifest.dir} draws by one graph, which has no stages: give the bundle it was before fusing.`)
}

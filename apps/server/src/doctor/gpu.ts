import type { Gpu } from '@dabble/ml/cuda'
import type { Config } from '../config.ts'
import { type Finding, inGigabytes, ok, problem, warning } from './finding.ts'

/** The GPUs that the game is to use, and those that are there; null where there is nothing to say. */
export function judgeGpus(
  { gpus, inference }: Pick<Config, 'gpus' | 'inference'>,
  there: readonly Gpu[],
): Finding | null {
  if (gpus.length === 0) {
    const [first] = there
    if (!first || inference) return null
    return warning(
      `${first.name} is here, but drawing is left to the CPU. Run: npm run dabble -- models cuda, then set GPUS=${first.index}.`,
    )
  }
  // Without nvidia-smi, as in many containers, the model's own check is the one that counts.
  if (there.length === 0) return warning(`GPUS is ${gpus.join(',')}, but nvidia-smi does not tell what is there.`)
  const missing = gpus.filter(index => !there.some(gpu => gpu.index === index))
  if (missing.length > 0)
    return problem(
      `GPUS has ${missing.join(',')}, but there are only: ${there.map(gpu => `${gpu.index} (${gpu.name})`).join(', ')}.`,
    )
  return ok(
    there
      .filter(({ index }) => gpus.includes(index))
      .map(described)
      .join(', '),
  )
}

const described = (gpu: Gpu) =>
  `${gpu.index}: ${gpu.name}, ${inGigabytes(gpu.memory_used_bytes)} of ${inGigabytes(gpu.memory_total_bytes)} used`

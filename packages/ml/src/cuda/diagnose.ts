import { explainCudaError } from './explain.ts'
import { type CudaMachine, lookAtMachine } from './machine.ts'
import { troublesOf } from './troubles.ts'

/**
 * Why the CUDA provider does not open or run, in one line that says what to do. ONNX Runtime's own words for most of it are
 * "Failed to load shared library", so the machine is asked: a few programs are run, synchronously. For the way out, not for a loop.
 */
export function diagnoseCuda(error: unknown, look: () => CudaMachine = lookAtMachine): string {
  const message = String(error instanceof Error ? error.message : error)
    .replaceAll(/\s+/g, ' ')
    .trim()
  const known = explainCudaError(message)
  if (known) return `CUDA does not work here: ${known}`
  const [first, ...more] = troublesOf(look())
  if (first)
    return `CUDA does not work here: ${first}${more.length > 0 ? ` (${more.length} more: npm run dabble -- models cuda)` : ''}`
  return `CUDA does not work here: ${message} For more: npm run dabble -- models cuda`
}

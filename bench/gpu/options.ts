import { parseArgs } from 'node:util'
import { z } from 'zod'

const options = z.object({
  /** Where export.py wrote, and where results go. */
  work: z.string(),
  provider: z.enum(['cpu', 'cuda']),
  /** The GPU, as nvidia-smi numbers them. */
  device: z.coerce.number().int().min(0).default(0),
  /** Pictures of one caller, in each measurement. */
  turns: z.coerce.number().int().min(2).default(50),
})

/** Options of the parts of run.sh. */
export function readGpuOptions(args: readonly string[]) {
  const text = { type: 'string' } as const
  const known = Object.fromEntries(Object.keys(options.shape).map(name => [name, text]))
  return options.parse(parseArgs({ args: [...args], options: known }).values)
}

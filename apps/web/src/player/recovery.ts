import { stored } from '../storage/stored.ts'

/** The recovery code as this phone was told it; the server keeps only a hash. */
interface Recovery {
  playerId: string
  code: string
  /** The player has seen it. */
  seen: boolean
}

export const recovery = stored(
  'recovery',
  (value): value is Recovery => typeof (value as Recovery | null)?.code === 'string',
)

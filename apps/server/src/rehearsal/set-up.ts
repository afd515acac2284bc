import type { Client } from '@dabble/api/client'
import { rehearsalPrizes } from './prizes.ts'

/** The rehearsal's own owner, so that there is somebody who can be unlocked as. */
export const ownerName = 'Rehearsal'

/** Pairs as the first device, and stocks a prize of every kind. */
export async function setUpBooth(client: Client, pairingCode: string, pin: string): Promise<void> {
  await client.staff.crew.pair.mutate({ code: pairingCode })
  await client.staff.crew.setUp.mutate({ name: ownerName, pin })
  const round = await client.round.current.query()
  for (const { kind, name, stock } of rehearsalPrizes) {
    const ranks = kind === 'rank' && round ? { roundId: round.id, windowId: null, from: 1, to: stock } : null
    await client.staff.prizes.create.mutate({ kind, name, stock, ranks })
  }
}

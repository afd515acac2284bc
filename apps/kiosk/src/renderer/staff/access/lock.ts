import type { StaffStatus } from '@dabble/api'
import { shared } from '@dabble/ui'
import { client, queryClient } from '../server/client.ts'
import { keys } from '../server/keys.ts'
import { toasts } from '../shell/toasts.ts'

const againMs = 2_000

/** Locked by this page, whether or not the server knows yet: a lock must not need a network. */
export const lockedHere = shared(false)

/** Locks this device at once, forgets what was on its screen, and tells the server as soon as it answers. */
export async function lockNow(): Promise<void> {
  if (lockedHere.get()) return
  lockedHere.set(true)
  queryClient.removeQueries({ queryKey: keys.staff })
  toasts.set([])
  while (lockedHere.get()) {
    try {
      queryClient.setQueryData(keys.status, await client.staff.crew.lock.mutate())
      return
    } catch {
      await new Promise(again => setTimeout(again, againMs))
    }
  }
}

/** Somebody has paired, set up or unlocked this device. */
export function letIn(status: StaffStatus): void {
  queryClient.setQueryData(keys.status, status)
  if (status.member) lockedHere.set(false)
}

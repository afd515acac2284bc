import type { KioskState } from '@dabble/api'
import { followLive } from '@dabble/api/client'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { queryClient } from './client.ts'
import { keys } from './keys.ts'
import { clockOffset, connected } from './status.ts'

/** Follows the big screen's feed: to know at once when the server goes away, and what the audience sees. */
export function useLive(): void {
  useEffect(
    () =>
      followLive('kiosk', {
        onFrame({ event, data }) {
          if (event !== 'kiosk') return
          clockOffset.set(data.at - Date.now())
          queryClient.setQueryData<KioskState>(keys.kiosk, data)
        },
        onConnected(now) {
          // Whatever was said meanwhile was missed.
          if (now && connected.get() === false) void queryClient.invalidateQueries()
          connected.set(now)
        },
      }),
    [],
  )
}

/** What the big screen shows, kept current by the live feed; undefined until the first word from the server. */
export function useKiosk<T>(select: (state: KioskState) => T): T | undefined {
  return useQuery<KioskState, Error, T>({ queryKey: keys.kiosk, enabled: false, select }).data
}

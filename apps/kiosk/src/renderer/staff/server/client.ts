import { createClient, gameErrorOf } from '@dabble/api/client'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'

export const client = createClient()

/** A device that was locked or unpaired meanwhile: the status says so, and the way back in is shown. */
export function heedError(error: unknown): void {
  const key = gameErrorOf(error)?.key
  if (key === 'not-staff' || key === 'staff-locked') void queryClient.invalidateQueries({ queryKey: keys.status })
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: heedError }),
  mutationCache: new MutationCache({ onError: heedError }),
  defaultOptions: {
    queries: {
      // A booth's Wi-Fi may have no internet behind it, and the browser may call that offline.
      networkMode: 'always',
      retry: (failures, error) => gameErrorOf(error) === null && failures < 6,
      retryDelay: failures => Math.min(8_000, 500 * 2 ** failures),
      staleTime: 5_000,
    },
    // Nothing is ever queued: what cannot be done now is said now.
    mutations: { networkMode: 'always', retry: false },
  },
})

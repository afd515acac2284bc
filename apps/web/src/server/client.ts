import { createClient, gameErrorOf } from '@dabble/api/client'
import { QueryClient } from '@tanstack/react-query'

export const client = createClient()

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A booth's Wi-Fi may have no internet behind it, and the browser may call that offline.
      networkMode: 'always',
      retry: (failures, error) => gameErrorOf(error) === null && failures < 6,
      retryDelay: failures => Math.min(8_000, 500 * 2 ** failures),
      staleTime: 30_000,
    },
    mutations: { networkMode: 'always' },
  },
})

import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client'
import { type GameErrorShape, isGameErrorKey } from './errors.ts'
import type { AppRouter } from './router.ts'
import { withTimeout } from './with-timeout.ts'

export { followLive, type LiveOptions } from './live-client.ts'
export type { AppRouter } from './router.ts'

export interface ClientOptions {
  /** Where the server is; empty for the page's own origin. */
  baseUrl?: string
  /** Extra headers, for clients that are no browser (they carry cookies and origin by hand). */
  headers?: () => Record<string, string>
  fetch?: typeof fetch
  /** After this long an answer is given up; the entry id makes asking again safe. */
  timeoutMs?: number
}

/** A typed client of the server. One request a call: on bad Wi-Fi a batch is only as fast as its slowest part. */
export function createClient({
  baseUrl = '',
  headers,
  fetch: fetcher = fetch,
  timeoutMs = 15_000,
}: ClientOptions = {}) {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${baseUrl}/trpc`,
        headers,
        fetch: (input, init) =>
          withTimeout(
            signal => fetcher(input as RequestInfo, { ...(init as RequestInit), credentials: 'include', signal }),
            timeoutMs,
            init?.signal,
          ),
      }),
    ],
  })
}

export type Client = ReturnType<typeof createClient>

/** What went wrong, in the game's words; null when the server could not be reached (show "offline", keep trying). */
export function gameErrorOf(error: unknown): GameErrorShape | null {
  if (!(error instanceof TRPCClientError)) return null
  const game = (error.data as { game?: GameErrorShape } | undefined)?.game
  return game && isGameErrorKey(game.key) ? game : null
}

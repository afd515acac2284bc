import { useQuery } from '@tanstack/react-query'
import { useShared } from '../storage/shared.ts'
import { client } from './client.ts'
import { isUnfinished, keys } from './keys.ts'
import { connected } from './status.ts'

/** What the crew does to a player is told within half a minute, without a word from the live feed. */
const meEveryMs = 30_000

/** Null before joining. */
export const useMe = () =>
  useQuery({ queryKey: keys.me, queryFn: () => client.player.me.query(), refetchInterval: meEveryMs })

/** The round being played, kept current by the live feed; null before the first. */
export const useRound = () => useQuery({ queryKey: keys.round, queryFn: () => client.round.current.query() })

/** Leaderboard and own standing, kept current by the live feed. */
export const useBoard = () => useQuery({ queryKey: keys.board, queryFn: () => client.board.current.query() })

export const useMine = (enabled: boolean) =>
  useQuery({ queryKey: keys.mine, queryFn: () => client.entry.mine.query(), enabled })

/** What the player has won, kept current by the live feed. */
export const useAwards = (enabled: boolean) =>
  useQuery({ queryKey: keys.awards, queryFn: () => client.award.mine.query(), enabled })

/** One of the player's own entries; followed by the live feed, and asked for now and then while it is unfinished. */
export function useEntry(id: string | null) {
  const live = useShared(connected)
  return useQuery({
    queryKey: keys.entry(id ?? ''),
    queryFn: () => client.entry.get.query({ id: id as string }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (isUnfinished(state.data?.entry) ? (live ? 10_000 : 2_500) : false),
  })
}

const READS_WORTH_ASKING = 30

/** UTF-16 index at which the model stops reading; null while unknown, or when it does not matter. Never an error. */
export function useReads(roundId: string | null, prompt: string): number | null {
  const enabled = roundId !== null && prompt.length >= READS_WORTH_ASKING
  const { data } = useQuery({
    queryKey: ['reads', roundId, prompt],
    queryFn: () => client.round.reads.query({ prompt }),
    enabled,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
  return enabled && data && data.upTo < prompt.length ? data.upTo : null
}

import { useQuery } from '@tanstack/react-query'
import { client } from './client.ts'
import { keys } from './keys.ts'

/** What other people at other devices do meanwhile is seen after so long. */
const glanceMs = 10_000

export const useStatus = () =>
  useQuery({ queryKey: keys.status, queryFn: () => client.staff.crew.status.query(), refetchInterval: 15_000 })

export const usePrizes = () =>
  useQuery({ queryKey: keys.prizes, queryFn: () => client.staff.prizes.list.query(), refetchInterval: glanceMs })

/** Newest first. */
export const useAwards = (filter: { prizeId?: string; waiting?: boolean } = {}) =>
  useQuery({
    queryKey: keys.awards(filter),
    queryFn: () => client.staff.awards.list.query(filter),
    refetchInterval: glanceMs,
  })

export const useRounds = () =>
  useQuery({ queryKey: keys.rounds, queryFn: () => client.staff.rounds.list.query(), refetchInterval: glanceMs })

export const usePlayers = (text: string) =>
  useQuery({
    queryKey: keys.players(text),
    queryFn: () => client.staff.players.search.query({ text }),
    placeholderData: before => before,
  })

export const usePlayer = (id: string) =>
  useQuery({ queryKey: keys.player(id), queryFn: () => client.staff.players.get.query({ id }) })

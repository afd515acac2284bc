import { limits } from '@dabble/api'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { client } from '../server/client.ts'
import { keys } from '../server/keys.ts'

export const useSettings = () =>
  useQuery({ queryKey: keys.settings, queryFn: () => client.staff.settings.query(), refetchInterval: 15_000 })

/** Every second while somebody looks: a picture that waits keeps a crowd waiting. */
export const useScreening = () =>
  useQuery({ queryKey: keys.screening, queryFn: () => client.staff.screening.view.query(), refetchInterval: 1_000 })

export const useHealth = () =>
  useQuery({ queryKey: keys.health, queryFn: () => client.staff.health.query(), refetchInterval: 5_000 })

export const useMembers = () =>
  useQuery({ queryKey: keys.members, queryFn: () => client.staff.crew.members.query(), refetchInterval: 15_000 })

export const useDevices = () =>
  useQuery({ queryKey: keys.devices, queryFn: () => client.staff.crew.devices.query(), refetchInterval: 15_000 })

/** Closely while entries wait for their pictures: the way to the final result opens by itself. */
export const useRoundsClosely = () =>
  useQuery({
    queryKey: keys.rounds,
    queryFn: () => client.staff.rounds.list.query(),
    refetchInterval: ({ state }) => (state.data?.some(({ unfinished }) => unfinished > 0) ? 1_000 : 5_000),
  })

export const useLog = () =>
  useInfiniteQuery({
    queryKey: keys.log,
    queryFn: ({ pageParam }) => client.staff.log.query({ before: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: page => (page.length < limits.logRows ? null : page.at(-1)?.id),
    refetchInterval: 10_000,
  })

import type { Endpoint, LiveEndpoint } from '../endpoint.ts'

export interface FakeEndpoint extends Endpoint {
  away: boolean
}

/** An endpoint that nobody calls: what the pool decides needs no process. */
export function fakeEndpoint(places: number, name = 'one'): FakeEndpoint {
  const clients = { name } as unknown as LiveEndpoint
  const endpoint: FakeEndpoint = {
    name,
    away: false,
    start() {},
    live: () => (endpoint.away ? null : clients),
    places: () => places,
    settled: Promise.resolve(),
    mayHaveCrashed: async () => true,
    async hung() {},
    isTired: async () => false,
    async rest() {},
    status: () => Promise.reject(new Error('nobody looks')),
    async close() {},
  }
  return endpoint
}

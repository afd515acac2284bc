import type { Endpoint, LiveEndpoint } from './endpoint.ts'
import { notBefore } from './not-before.ts'
import { type Backoff, createSeat, type Seat, type Verdict } from './seat.ts'
import type { Blame } from './trouble.ts'

/** The right to draw one picture at one endpoint, until it is given back. */
export interface Place {
  endpoint: Endpoint
  live: LiveEndpoint
  /** It is drawn: while it is stored and compared, the next one may be drawn. */
  drawn(): void
  /** It is done. */
  finished(): Promise<void>
  failed(blame: Blame): Verdict
  /** It did not answer in time. Nothing is begun there until that has been looked into. */
  hung(): Promise<void>
  /** It is busy, and says for how long. */
  pause(ms: number): void
  giveBack(): void
}

export interface Pool {
  /** Pictures that can be drawn at the same time, over all endpoints that can draw. */
  places(): number
  /** Of them, how many more may be begun now. */
  free(): number
  /**
   * A place at the least loaded endpoint. `apart`: at one that draws nothing else meanwhile; where all draw something, one is kept
   * free from now on, for whoever asks again.
   */
  take(picture: number, apart: boolean): Place | null
  /** Somebody who can draw, whatever else they do. */
  current(): LiveEndpoint | null
  /** What each endpoint draws now, in their order, and whether it is left alone for a while. */
  loads(): { drawing: number; setAside: boolean }[]
}

/** @param onFree A place may have become free that no event tells of: an endpoint is no longer set aside. */
export function createPool(endpoints: readonly Endpoint[], onFree: () => void, backoff?: Backoff): Pool {
  const seats = endpoints.map(endpoint => createSeat(endpoint, backoff))

  const load = ({ busy, endpoint }: Seat) => busy() / endpoint.places()
  const leastLoaded = (candidates: Seat[]) => candidates.toSorted((a, b) => load(a) - load(b))[0] ?? null

  /** One that draws nothing; or else keeps the least loaded one from beginning anything more, and there is none yet. */
  function emptySeat(): Seat | null {
    const open = seats.filter(({ isOpen }) => isOpen())
    const empty = open.find(({ busy }) => busy() === 0)
    if (empty) for (const seat of seats) seat.kept = false
    else if (!open.some(({ kept }) => kept)) {
      const next = leastLoaded(open)
      if (next) next.kept = true
    }
    return empty ?? null
  }

  function take(picture: number, apart: boolean): Place | null {
    const seat = apart ? emptySeat() : leastLoaded(seats.filter(({ free }) => free() > 0))
    const live = seat?.endpoint.live()
    if (!seat || !live) return null
    seat.drawing.add(picture)
    seat.closed = apart
    return placeAt(seat, live, picture, apart)
  }

  /** Nothing is begun at an endpoint that is started afresh. */
  async function rest(seat: Seat) {
    seat.closed = true
    await seat.endpoint.rest()
    seat.closed = false
    seat.tired = false
    onFree()
  }

  function placeAt(seat: Seat, live: LiveEndpoint, picture: number, apart: boolean): Place {
    const wakeWhenOpen = () => notBefore(seat.setAsideUntil(), onFree)
    return {
      endpoint: seat.endpoint,
      live,
      drawn() {
        seat.drawing.delete(picture)
        seat.finishing.add(picture)
        onFree()
      },
      async finished() {
        seat.drew()
        seat.tired ||= await seat.endpoint.isTired()
      },
      failed(blame) {
        const verdict = seat.failed(picture, blame, apart)
        wakeWhenOpen()
        return verdict
      },
      async hung() {
        seat.closed = true
        await seat.endpoint.hung()
        seat.closed = apart
      },
      pause(ms) {
        seat.setAside(ms)
        wakeWhenOpen()
      },
      giveBack() {
        seat.drawing.delete(picture)
        seat.finishing.delete(picture)
        if (apart) seat.closed = false
        if (seat.tired && seat.busy() === 0) void rest(seat)
      },
    }
  }

  return {
    places: () => seats.reduce((sum, { endpoint }) => sum + (endpoint.live() ? endpoint.places() : 0), 0),
    free: () => seats.reduce((sum, { free }) => sum + free(), 0),
    take,
    current: () => leastLoaded(seats.filter(({ endpoint }) => endpoint.live()))?.endpoint.live() ?? null,
    loads: () =>
      seats.map(({ drawing, setAsideUntil }) => ({
        drawing: drawing.size,
        setAside: setAsideUntil() > performance.now(),
      })),
  }
}

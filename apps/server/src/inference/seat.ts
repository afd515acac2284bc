import type { Endpoint } from './endpoint.ts'
import type { Blame } from './trouble.ts'

/** What a failure costs: an attempt, company at the next one, neither. */
export type Verdict = 'charged' | 'apart' | 'free'

/** An endpoint as the pool sees it: what it draws, whether it may be given more, how it has done lately. */
export interface Seat {
  endpoint: Endpoint
  /** Ids of the pictures that it draws, and of those that are drawn, and are now stored and compared. */
  drawing: Set<number>
  finishing: Set<number>
  /** Both. */
  busy(): number
  /** It can draw, is not set aside, and nobody has it to themselves. */
  isOpen(): boolean
  /** How many more it takes now. */
  free(): number
  /** Nothing more is begun here until it is empty: a picture waits for company to leave. */
  kept: boolean
  /** One picture has it to itself, or it is being looked after. */
  closed: boolean
  /** It wants to be started afresh once it is empty; nothing more is begun here until then. */
  tired: boolean
  drew(): void
  /** Judges a failure of one of its pictures, and sets the endpoint aside where it may be to blame. */
  failed(picture: number, blame: Blame, alone: boolean): Verdict
  setAside(ms: number): void
  /** When it is set aside no longer, by the same clock. */
  setAsideUntil(): number
}

/** Milliseconds that an endpoint gets no work: after its first failure, twice as long after each further one, and at most. */
export interface Backoff {
  first: number
  most: number
}

export const usualBackoff: Backoff = { first: 100, most: 10_000 }
/** Charges after which a picture is given up. */
const mostCharges = 3
/** What breaks within such a time at one endpoint broke together. */
const togetherMs = 1_500

export function createSeat(
  endpoint: Endpoint,
  { first, most }: Backoff = usualBackoff,
  now: () => number = () => performance.now(),
): Seat {
  const drawing = new Set<number>()
  const finishing = new Set<number>()
  let until = Number.NEGATIVE_INFINITY
  let failures = 0
  let brokeAt = Number.NEGATIVE_INFINITY
  /** Who was here besides the last one that broke, and has not been heard of: one end breaks them one after the other. */
  const beside = new Set<number>()
  /** Who was charged first since it last drew something. */
  let suspect: { picture: number; charges: number } | null = null

  function setAside(ms: number) {
    until = Math.max(until, now() + ms)
  }

  /**
   * A picture that had company is tried again without, uncharged. Alone, it is charged, if no other has failed here since the last
   * success: where one after the other fails, the endpoint is to blame and not all the prompts of a day.
   */
  function judge(picture: number, hadCompany: boolean): Verdict {
    if (hadCompany) return 'apart'
    suspect ??= { picture, charges: 0 }
    if (suspect.picture !== picture) return 'free'
    suspect.charges += 1
    if (suspect.charges >= mostCharges) suspect = null
    return 'charged'
  }

  const seat: Seat = {
    endpoint,
    drawing,
    finishing,
    busy: () => drawing.size + finishing.size,
    kept: false,
    closed: false,
    tired: false,
    isOpen: () => endpoint.live() !== null && !seat.closed && now() >= until,
    free() {
      if (!seat.isOpen() || seat.kept || seat.tired) return 0
      const places = endpoint.places()
      // Whoever compares slowly is not handed more than it draws.
      return Math.max(0, Math.min(places - drawing.size, 2 * places - seat.busy()))
    },
    drew() {
      failures = 0
      suspect = null
    },
    failed(picture, blame, alone) {
      if (blame === 'nobody') return 'free'
      if (blame === 'picture') return 'charged'
      setAside(Math.min(most, first * 2 ** failures))
      failures += 1
      if (blame === 'endpoint') return 'free'
      if (now() - brokeAt >= togetherMs) beside.clear()
      const wasBeside = beside.delete(picture)
      const others = [...drawing, ...finishing].filter(id => id !== picture)
      for (const id of others) beside.add(id)
      brokeAt = now()
      return judge(picture, !alone && (others.length > 0 || wasBeside))
    },
    setAside,
    setAsideUntil: () => until,
  }
  return seat
}

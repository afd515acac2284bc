import { describe, expect, it } from 'vitest'
import { createSeat, usualBackoff } from './seat.ts'
import { fakeEndpoint } from './testing/fake-endpoint.ts'

/** A seat by a clock that stands still until it is told to go on. */
function seatOf(places: number) {
  let time = 0
  const seat = createSeat(fakeEndpoint(places), usualBackoff, () => time)
  const pass = (ms: number) => {
    time += ms
  }
  /** One picture, drawn alone, breaks; the endpoint is fine again afterwards. */
  const breaks = (picture: number) => {
    seat.drawing.add(picture)
    const verdict = seat.failed(picture, 'either', false)
    seat.drawing.delete(picture)
    pass(60_000)
    return verdict
  }
  return { seat, pass, breaks }
}

describe('who pays', () => {
  it('a picture that breaks alone is charged each time, up to the third', () => {
    const { breaks } = seatOf(1)
    expect([breaks(1), breaks(1), breaks(1)]).toEqual(['charged', 'charged', 'charged'])
    // It is given up now: the next one that breaks is judged afresh.
    expect(breaks(2)).toBe('charged')
  })

  it('where one after the other fails, the endpoint is to blame: only the first is charged until something is drawn', () => {
    const { seat, breaks } = seatOf(1)
    expect([breaks(1), breaks(2), breaks(3), breaks(2)]).toEqual(['charged', 'free', 'free', 'free'])
    seat.drew()
    expect(breaks(2)).toBe('charged')
  })

  it('company is not charged, nor is whoever breaks a moment after it', () => {
    const { seat, pass } = seatOf(8)
    for (const picture of [1, 2, 3]) seat.drawing.add(picture)
    const verdicts = [1, 2].map(picture => {
      const verdict = seat.failed(picture, 'either', false)
      seat.drawing.delete(picture)
      return verdict
    })
    seat.drawing.delete(3)
    pass(200)
    expect([...verdicts, seat.failed(3, 'either', false)]).toEqual(['apart', 'apart', 'apart'])
  })

  it('what is compared while the next one is drawn is company, whichever of the two is heard of first', () => {
    const { seat, pass } = seatOf(1)
    seat.finishing.add(1)
    seat.drawing.add(2)
    const drawn = seat.failed(2, 'either', false)
    seat.drawing.delete(2)
    pass(3)
    const compared = seat.failed(1, 'either', false)
    seat.finishing.delete(1)
    expect([drawn, compared]).toEqual(['apart', 'apart'])
    // Nobody was beside it when it breaks a moment later, by itself.
    seat.drawing.add(2)
    expect(seat.failed(2, 'either', false)).toBe('charged')
  })

  it('alone at an endpoint of many places, the picture is charged', () => {
    const { seat, pass } = seatOf(8)
    seat.drawing.add(1)
    expect(seat.failed(1, 'either', true)).toBe('charged')
    pass(200)
    expect(seat.failed(1, 'either', true)).toBe('charged')
  })

  it('a refused prompt costs the picture, an absent endpoint nobody, a busy one nobody and no time', () => {
    const { seat } = seatOf(1)
    expect(seat.failed(1, 'picture', false)).toBe('charged')
    expect(seat.failed(1, 'nobody', false)).toBe('free')
    expect(seat.isOpen()).toBe(true)
    expect(seat.failed(1, 'endpoint', false)).toBe('free')
    expect(seat.isOpen()).toBe(false)
  })
})

describe('set aside', () => {
  it('for longer each time, until it draws again', () => {
    const { seat, pass } = seatOf(1)
    const restMs = () => {
      seat.failed(1, 'endpoint', false)
      let ms = 0
      for (; !seat.isOpen(); ms += 100) pass(100)
      return ms
    }
    expect([restMs(), restMs(), restMs()]).toEqual([100, 200, 400])
    for (let i = 0; i < 20; i += 1) restMs()
    expect(restMs()).toBe(10_000)
    seat.drew()
    expect(restMs()).toBe(100)
  })
})

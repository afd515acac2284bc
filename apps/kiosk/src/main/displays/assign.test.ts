import { expect, it } from 'vitest'
import { assignDisplays } from './assign.ts'

const laptop = { id: 1, internal: true }
const projector = { id: 2, internal: false }
const monitor = { id: 3, internal: false }

it('one display shows the big screen, and staff wait for the chord', () => {
  expect(assignDisplays([laptop], 1, null)).toEqual({ kiosk: 1, staff: null })
})

it('of two, the one that is plugged in is the audience’s', () => {
  expect(assignDisplays([laptop, projector], 1, null)).toEqual({ kiosk: 2, staff: 1 })
  expect(assignDisplays([projector, laptop], 1, null)).toEqual({ kiosk: 2, staff: 1 })
  // The desktop is on the projector: it is taken for the staff's, until they say otherwise.
  expect(assignDisplays([laptop, projector], 2, null)).toEqual({ kiosk: 1, staff: 2 })
  expect(assignDisplays([laptop, projector], 2, 2)).toEqual({ kiosk: 2, staff: 1 })
})

it('of three, staff get the main one that is left', () => {
  expect(assignDisplays([laptop, projector, monitor], 1, null)).toEqual({ kiosk: 2, staff: 1 })
  expect(assignDisplays([laptop, projector, monitor], 1, 3)).toEqual({ kiosk: 3, staff: 1 })
  expect(assignDisplays([laptop, projector, monitor], 1, 1)).toEqual({ kiosk: 1, staff: 2 })
})

it('the audience’s display is unplugged and comes back', () => {
  expect(assignDisplays([laptop], 1, 2)).toEqual({ kiosk: 1, staff: null })
  expect(assignDisplays([laptop, projector], 1, 2)).toEqual({ kiosk: 2, staff: 1 })
})

it('no display, nothing to assign', () => {
  expect(assignDisplays([], 0, null)).toBeNull()
})

it('the two are never the same display', () => {
  for (const chosen of [null, 1, 2, 3, 9]) {
    for (const primary of [1, 2, 3]) {
      const given = assignDisplays([laptop, projector, monitor], primary, chosen)
      expect(given?.kiosk).not.toBe(given?.staff)
    }
  }
})

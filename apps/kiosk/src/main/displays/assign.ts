import type { Display } from 'electron'

export type Screen = Pick<Display, 'id' | 'internal'>

export interface Assignment {
  kiosk: number
  /** Null with one display: the staff window waits for the chord. */
  staff: number | null
}

/**
 * Which display shows what. The audience's is the one staff chose, or else the first that is plugged in rather than built in
 * and is not where the desktop is; staff have the main one of the others. Null without a display (a projector being re-plugged).
 */
export function assignDisplays(screens: Screen[], primary: number, chosen: number | null): Assignment | null {
  const outside = screens.filter(({ id, internal }) => id !== primary && !internal)
  const candidates = [
    screens.find(({ id }) => id === chosen),
    ...outside,
    ...screens.filter(({ id }) => id !== primary),
  ]
  const kiosk = candidates.find(Boolean) ?? screens[0]
  if (!kiosk) return null
  const others = screens.filter(({ id }) => id !== kiosk.id)
  const staff = others.find(({ id }) => id === primary) ?? others[0]
  return { kiosk: kiosk.id, staff: staff?.id ?? null }
}

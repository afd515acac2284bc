/** A code as the camera saw it; times in milliseconds. */
export interface Sighting {
  text: string
  at: number
}

/** A code that stays in the picture is seen many times a second; out of it for so long, it was shown again on purpose. */
const goneMs = 2_000

export const isNewSighting = (now: Sighting, last: Sighting | null): boolean =>
  now.text !== last?.text || now.at - last.at > goneMs

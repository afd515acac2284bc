/** Something done to a round: to which, why, by whom and when. */
export interface RoundDeed {
  id: string
  reason: string
  /** The staff member's id. */
  author: string
  now: number
}

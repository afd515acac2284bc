import type { BoothGame } from '../game/game.ts'
import type { FeedSources } from './feed.ts'

/** Newest pictures on the big screen. */
const newestShown = 24

/** What the feed shows, asked of the game each time. Nobody is let in before there is one. */
export function feedSources(game: () => BoothGame): FeedSources {
  const shared = () => {
    const { rounds, board, counters } = game()
    return { at: Date.now(), round: rounds.current(), board: board(null).board, counters: counters() }
  }
  const kiosk = () => {
    const { contest, newest, announcements, screen } = game()
    return { contest: contest(), newest: newest(newestShown), announcements: announcements(), screen: screen() }
  }
  return {
    player: () => ({ ...shared(), frozenAt: game().screen().frozenAt }),
    kiosk: () => ({ ...shared(), ...kiosk() }),
    ownEntry: playerId => game().own(playerId),
    ownProgress: playerId => game().progress(playerId),
    ownAwards: playerId => game().ownAwards(playerId),
  }
}

import type { BoothGame } from '../game/game.ts'
import type { FeedSources } from './feed.ts'

/** Newest pictures on the big screen. */
const newest = 24

/** What the feed shows, asked of the game each time. Nobody is let in before there is one. */
export function feedSources(game: () => BoothGame): FeedSources {
  const shared = () => {
    const { rounds, board, counters } = game()
    return { at: Date.now(), round: rounds.current(), board: board(null).board, counters: counters() }
  }
  return {
    player: shared,
    kiosk: () => ({ ...shared(), contest: game().contest(), newest: game().newest(newest) }),
    ownEntry: playerId => game().own(playerId),
    ownProgress: playerId => game().progress(playerId),
  }
}

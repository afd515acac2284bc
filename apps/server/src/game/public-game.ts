import type { Counters } from '@dabble/api'
import type { Db } from '../db/open.ts'
import { announcements } from './announcements.ts'
import { boardView, standingView } from './board.ts'
import { counters, newestPictures } from './counters.ts'
import type { BoothGame, GameDeps } from './game.ts'
import { visibilityOf } from './picture.ts'
import { publicStandings } from './public-standings.ts'
import { rankingAmong } from './ranking.ts'
import { currentRound } from './round.ts'
import { screenView } from './screen.ts'

const nothing: Counters = { players: 0, entries: 0, pictures: 0, repeats: 0, queue: 0, picturesPerMinute: 0 }

/** What everybody may see. */
export function publicGame(
  db: Db,
  { now }: Pick<GameDeps, 'now'>,
): Pick<BoothGame, 'board' | 'counters' | 'newest' | 'visibilityOf' | 'announcements' | 'screen'> {
  return {
    board(playerId) {
      const round = currentRound(db)
      if (!round) return { board: null, standing: null }
      const all = publicStandings(db, round)
      return {
        board: boardView(db, round, all, round.frozenSequence ?? undefined),
        standing: (playerId && standingView(db, round, rankingAmong(all, playerId).own, playerId)) || null,
      }
    },
    counters() {
      const round = currentRound(db)
      return round ? counters(db, round, now()) : nothing
    },
    newest(count) {
      const round = currentRound(db)
      return round ? newestPictures(db, round, count) : []
    },
    visibilityOf: hash => visibilityOf(db, hash),
    announcements: () => announcements(db, now()),
    screen: () => screenView(db),
  }
}

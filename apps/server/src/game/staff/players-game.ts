import type { PlayerDetail, StaffPlayers } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import { scoredStandings } from '../board.ts'
import { entriesOf, entryViews } from '../entry-view.ts'
import type { GameDeps } from '../game.ts'
import { rankingAmong } from '../ranking.ts'
import { currentRound } from '../round.ts'
import { awardsOf } from './award-view.ts'
import { logOfPlayer } from './log.ts'
import { disqualify, erasePlayer, mute, renameByStaff, requireSomebody, setGhost } from './player-deeds.ts'
import { findPlayers, playerRows } from './player-rows.ts'
import { issueRebindCode } from './rebind.ts'

/** Entries that staff see of a player. */
const recentEntries = 30

/** What staff find out about players, and do to them: all of it with a reason, all but erasing reversible. */
export function playersGame(db: Db, { events, now, joinUrl }: GameDeps): StaffPlayers {
  const standings = () => {
    const round = currentRound(db)
    return { round, all: round ? scoredStandings(db, round) : [] }
  }
  const get = (id: string): PlayerDetail => {
    const player = requireSomebody(db, id)
    const { round, all } = standings()
    const [row] = playerRows(db, [player], round, all) as [PlayerDetail]
    const recent = round
      ? entryViews(db, entriesOf(db, id, round.id), round, rankingAmong(all, id)).slice(0, recentEntries)
      : []
    return { ...row, recent, awards: awardsOf(db, id), log: logOfPlayer(db, id) }
  }
  /** Ranks, names and pictures change on every screen at once, and on the player's own phone. */
  const changed = (id: string): PlayerDetail => {
    events.emit('entry', id)
    events.emit('award', id)
    events.emit('board')
    return get(id)
  }
  return {
    search(text) {
      const { round, all } = standings()
      return playerRows(db, findPlayers(db, text), round, all)
    },
    get,
    setGhost(input, by) {
      setGhost(db, input, by, now())
      return changed(input.id)
    },
    mute(input, by) {
      mute(db, input, by, now())
      return changed(input.id)
    },
    disqualify(input, by) {
      disqualify(db, input, by, now())
      return changed(input.id)
    },
    rename(input, by) {
      renameByStaff(db, input, by, now())
      return changed(input.id)
    },
    rebind(input, by) {
      const { code, expiresAt } = issueRebindCode(db, input, by, now())
      return { url: `${joinUrl()}/back/${code}`, expiresAt }
    },
    erase(input, by) {
      erasePlayer(db, input, by, now())
      events.emit('board')
    },
  }
}

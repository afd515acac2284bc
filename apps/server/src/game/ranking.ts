import { scoreOf, showScores } from '@dabble/api'
import type { Queries } from '../db/open.ts'
import type { ScoredStanding } from './board.ts'
import { decimalsOf } from './contest.ts'
import { type Place, placeOf, rankAmongOthers } from './place.ts'
import { publicStandings } from './public-standings.ts'
import type { Round } from './round.ts'

/** What a player's phone is told of the standings. */
export interface Ranking {
  /** Null for whoever is not among them. */
  own: Pick<ScoredStanding, 'entryId' | 'rank' | 'tied' | 'score' | 'scoreShown'> | null
  /** The rank that a similarity has among those of the others, as they are now. */
  rankOf(similarity: number): number
}

/** Of a player, among standings that somebody has anyway. */
export function rankingAmong(all: ScoredStanding[], playerId: string): Ranking {
  const own = all.find(standing => standing.playerId === playerId) ?? null
  return {
    own,
    rankOf: similarity =>
      1 + all.filter(other => other !== own && !other.ghost && other.similarity > similarity).length,
  }
}

/** The same from the public standings, without working them all out: a board of 500 players is not made for every entry. */
export function publicRanking(db: Queries, round: Round, playerId: string): Ranking {
  if (round.revision > 0) return rankingAmong(publicStandings(db, round), playerId)
  const place = placeOf(db, round, playerId)
  return {
    own: place && { ...place, ...scoreBetween(place, round, decimalsOf(db)) },
    rankOf: similarity =>
      place?.rank && similarity === place.similarity ? place.rank : rankAmongOthers(db, round, playerId, similarity),
  }
}

/** A score as the whole board shows it: how many decimals it needs depends on its neighbours. */
function scoreBetween({ similarity, above, below }: Place, { calibration }: Round, decimals: number) {
  const row = [above, similarity, below].filter(neighbour => neighbour !== null)
  const scores = row.map(neighbour => scoreOf(neighbour, calibration))
  const at = row.indexOf(similarity)
  return { score: scores[at] as number, scoreShown: showScores(scores, decimals)[at] as string }
}

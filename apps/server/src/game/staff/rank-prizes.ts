import { GameError, type RankProposal } from '@dabble/api'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Queries } from '../../db/open.ts'
import { award, picture, prize } from '../../db/schema.ts'
import { type ScoredStanding, scoredStandings } from '../board.ts'
import { ownPicture } from '../picture-ref.ts'
import { type Round, roundOf, windowsOf } from '../round.ts'
import { prizeRanks, type Scope } from '../standing.ts'
import { awardRows, type Prize } from './award-rows.ts'
import { awardView } from './award-view.ts'
import { prizeViews } from './prize-view.ts'

/** Whoever a rank prize is for, of one window or of the whole round. */
type Ranked = { rank: number; standing: ScoredStanding }

/**
 * The prize rank that a player holds and the prize is for.
 * @param rank what the screen thinks it is; null where it does not say.
 * @throws {GameError} `round-state` before the round is final; `not-eligible`.
 */
export function requireRank(
  tx: Queries,
  { roundId, windowId, rankFrom, rankTo }: Prize,
  playerId: string,
  rank: number | null,
) {
  const round = requireFinal(tx, roundId ?? '')
  const won = rankedFor(tx, round, windowId).find(({ standing }) => standing.playerId === playerId)
  const isFor = won && won.rank >= (rankFrom ?? 1) && won.rank <= (rankTo ?? 0) && (rank === null || rank === won.rank)
  if (!isFor) throw new GameError('not-eligible')
  return { rank: won.rank, pictureHash: pictureOf(tx, won.standing)?.hash ?? null }
}

/**
 * For every rank prize of a round that is final, and every rank it is for: whoever holds that rank, and whether it is given.
 * @throws {GameError} `round-unknown`, `round-state`.
 */
export function rankProposals(db: Queries, roundId: string): RankProposal[] {
  const round = requireFinal(db, roundId)
  const prizes = prizeViews(db, and(eq(prize.roundId, roundId), isNull(prize.removedAt)))
  const ids = prizes.map(({ id }) => id)
  const given = awardRows(db, and(inArray(award.prizeId, ids), isNull(award.undoneAt)))
  const boards = new Map<string | null, Ranked[]>()
  return prizes.flatMap(view => {
    if (!view.ranks) return []
    const { windowId, from, to } = view.ranks
    const board = boards.get(windowId) ?? rankedFor(db, round, windowId)
    boards.set(windowId, board)
    return board
      .filter(({ rank }) => rank >= from && rank <= to)
      .map(({ rank, standing }): RankProposal => {
        const { playerId: id, nickname, playerCode, scoreShown } = standing
        const shown = pictureOf(db, standing)
        const row = given.find(row => row.prizeId === view.id && row.rank === rank)
        return {
          prize: view,
          rank,
          player: { id, nickname, playerCode },
          picture: shown && ownPicture(shown),
          scoreShown,
          award: row ? awardView(row) : null,
        }
      })
  })
}

/** Best first. */
function rankedFor(db: Queries, round: Round, windowId: string | null): Ranked[] {
  const scope: Scope = { window: windowsOf(db, round.id).find(({ id }) => id === windowId) }
  const standings = new Map(scoredStandings(db, round, scope).map(standing => [standing.playerId, standing]))
  return [...prizeRanks(db, round, scope)].map(([playerId, rank]) => ({
    rank,
    standing: standings.get(playerId) as ScoredStanding,
  }))
}

function requireFinal(db: Queries, roundId: string): Round {
  const round = roundOf(db, roundId)
  if (!round) throw new GameError('round-unknown')
  if (round.state !== 'final' && round.state !== 'revealed') throw new GameError('round-state')
  return round
}

function pictureOf(db: Queries, { pictureId }: ScoredStanding) {
  return db.select().from(picture).where(eq(picture.id, pictureId)).get() ?? null
}

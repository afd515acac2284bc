import { type BoardRow, type BoardView, limits, type StandingView, scoreOf, showScores } from '@dabble/api'
import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { given, prepared } from '../db/prepared.ts'
import { entry, picture } from '../db/schema.ts'
import { decimalsOf } from './contest.ts'
import { mutedAmong } from './mute.ts'
import { publicPicture, type Shown } from './picture-ref.ts'
import type { Ranking } from './ranking.ts'
import type { Round } from './round.ts'
import { type Scope, type Standing, standings } from './standing.ts'

/** A standing with its score, as the whole board shows it. */
export type ScoredStanding = Standing & { score: number; scoreShown: string }

/** All standings with scores that differ wherever similarities do: the same texts on the board, on phones and on screens. */
export const scoredStandings = (db: Queries, round: Round, scope?: Scope): ScoredStanding[] =>
  scored(db, standings(db, round, scope), round)

/** Standings that follow each other, with their scores. */
export function scored(db: Queries, all: Standing[], round: Round): ScoredStanding[] {
  const scores = all.map(({ similarity }) => scoreOf(similarity, round.calibration))
  const shown = showScores(scores, decimalsOf(db))
  return all.map((standing, i) => ({ ...standing, score: scores[i] as number, scoreShown: shown[i] as string }))
}

/** The first twenty and the ghosts among them, the muted by their code; with their prompts once the round is revealed. */
export function boardView(
  db: Queries,
  round: Round,
  all: ScoredStanding[],
  upToSequence: number = Number.MAX_SAFE_INTEGER,
): BoardView {
  const ranked = all.filter(({ ghost }) => !ghost)
  const last = ranked[limits.boardRows - 1]
  const rows = all.slice(0, last ? all.indexOf(last) + 1 : all.length)
  const pictures = picturesOf(db, rows)
  const muted = mutedAmong(
    db,
    rows.map(({ playerId }) => playerId),
  )
  const prompts = round.state === 'revealed' ? promptsOf(db, rows) : null
  return {
    roundId: round.id,
    sequence: newestSequence(db, round.id, upToSequence),
    rows: rows.map((standing): BoardRow => {
      const { rank, tied, ghost, playerCode, score, scoreShown } = standing
      const isMuted = muted.has(standing.playerId)
      const shown = isMuted ? null : pictures.get(standing.pictureId)
      const picture = shown ? publicPicture(shown) : null
      const prompt = picture && prompts?.get(standing.entryId)
      return {
        rank,
        tied,
        ghost,
        playerCode,
        nickname: isMuted ? playerCode : standing.nickname,
        score,
        scoreShown,
        picture,
        ...(prompt ? { prompt } : {}),
      }
    }),
    ranked: ranked.length,
  }
}

/** One player's own standing; null before the first finished entry and for ghosts. */
export function standingView(db: Queries, round: Round, own: Ranking['own'], playerId: string): StandingView | null {
  if (!own || own.rank === null) return null
  const { rank, tied, score, scoreShown, entryId } = own
  const entries = entriesOf(db).get({ roundId: round.id, playerId })?.count ?? 0
  return { rank, tied, score, scoreShown, entryId, entries }
}

function picturesOf(db: Queries, rows: Standing[]): Map<number, Shown> {
  const { id, hash, width, height, hiddenAt, erasedAt, screenedAt } = picture
  const ids = rows.map(({ pictureId }) => pictureId)
  const found = db
    .select({ id, hash, width, height, hiddenAt, erasedAt, screenedAt })
    .from(picture)
    .where(inArray(picture.id, ids))
    .all()
  return new Map(found.map(row => [row.id, row]))
}

function promptsOf(db: Queries, rows: Standing[]): Map<string, string> {
  const ids = rows.map(({ entryId }) => entryId)
  const found = db.select({ id: entry.id, prompt: entry.prompt }).from(entry).where(inArray(entry.id, ids)).all()
  return new Map(found.map(({ id, prompt }) => [id, prompt]))
}

function newestSequence(db: Queries, roundId: string, upToSequence: number): number {
  const { sequence } = entry
  const known = and(eq(entry.roundId, roundId), lte(sequence, upToSequence))
  return db.select({ sequence }).from(entry).where(known).orderBy(desc(sequence)).limit(1).get()?.sequence ?? 0
}

const entriesOf = prepared(db =>
  db
    .select({ count: sql<number>`count(*)` })
    .from(entry)
    .where(and(eq(entry.roundId, given('roundId')), eq(entry.playerId, given('playerId'))))
    .prepare(),
)

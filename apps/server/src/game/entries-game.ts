import { type EntryView, GameError } from '@dabble/api'
import type { Db } from '../db/open.ts'
import { standingView } from './board.ts'
import { entryNeedsCaptcha } from './captcha.ts'
import { createEntry, unfinishedEntry } from './entry.ts'
import { type EntryWithPicture, entriesOf, entryViews, newestEntryOf, ownEntry } from './entry-view.ts'
import type { BoothGame, GameDeps } from './game.ts'
import { isHere, requirePlayer } from './player.ts'
import { entryProgress } from './progress.ts'
import { publicRanking, type Ranking } from './ranking.ts'
import { currentRound, type Round, roundOf } from './round.ts'

/** What a player does and sees of their own. */
export function entriesGame(
  db: Db,
  { events, now, bundle, captcha, needsCaptcha, drawing }: GameDeps,
): Pick<BoothGame, 'entries' | 'own' | 'progress'> {
  const progress = (playerId: string) => {
    const unfinished = unfinishedEntry(db, playerId)
    return unfinished && entryProgress(db, unfinished, drawing, now())
  }
  const own = (playerId: string) => {
    if (!isHere(db, playerId)) return null
    const row = newestEntryOf(db, playerId)
    if (!row) return { at: now(), entry: null, standing: null }
    const round = requireRound(db, row.roundId)
    const ranking = publicRanking(db, round, playerId)
    return { at: now(), entry: viewOf(row, round, ranking), standing: standingView(db, round, ranking.own, playerId) }
  }
  const viewOf = (row: EntryWithPicture, round: Round, ranking: Ranking) =>
    entryViews(db, [row], round, ranking)[0] as EntryView
  const view = (playerId: string, entryId: string): EntryView => {
    const row = ownEntry(db, playerId, entryId)
    if (!row) throw new GameError('entry-unknown')
    const round = requireRound(db, row.roundId)
    return viewOf(row, round, publicRanking(db, round, playerId))
  }

  return {
    own,
    progress,
    entries: {
      async create(playerId, { id, roundId, prompt, captcha: solution }) {
        const receivedAt = now()
        requirePlayer(db, playerId)
        const verdict = solution ? captcha.check(solution, { playerId, action: 'entry', now: receivedAt }) : null
        const { entry, isNew } = createEntry(
          db,
          { id, roundId, playerId, prompt, promptKey: bundle.tokenKey(prompt), captcha: verdict, now: receivedAt },
          needsCaptcha,
        )
        if (isNew) {
          if (entry.state === 'queued') events.emit('queued')
          events.emit('entry', playerId)
          events.emit('board')
        }
        return view(playerId, entry.id)
      },
      get(playerId, entryId) {
        requirePlayer(db, playerId)
        const entry = view(playerId, entryId)
        const unfinished = entry.state === 'queued' || entry.state === 'running'
        return { entry, progress: unfinished ? progress(playerId) : null }
      },
      mine(playerId) {
        requirePlayer(db, playerId)
        const round = currentRound(db)
        if (!round) return { entries: [], standing: null, unfinished: null }
        const ranking = publicRanking(db, round, playerId)
        return {
          entries: entryViews(db, entriesOf(db, playerId, round.id), round, ranking),
          standing: standingView(db, round, ranking.own, playerId),
          unfinished: progress(playerId),
        }
      },
      async captchaChallenge(playerId) {
        requirePlayer(db, playerId)
        const round = currentRound(db)
        if (!round || !entryNeedsCaptcha(db, round, playerId, needsCaptcha)) return null
        return captcha.issue({ playerId, action: 'entry', now: now() })
      },
    },
  }
}

function requireRound(db: Db, roundId: string): Round {
  const round = roundOf(db, roundId)
  if (!round) throw new GameError('no-round')
  return round
}

import { GameError, type RoundStep, type StaffRounds } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import { currentContest } from '../contest.ts'
import type { GameDeps } from '../game.ts'
import { roundAdminView, roundAdminViews } from './rounds/admin-view.ts'
import { createDraft, newNoiseSeed } from './rounds/create-round.ts'
import type { RoundDeed } from './rounds/deed.ts'
import { finaliseRound, reviseRound } from './rounds/publish.ts'
import { requireRound } from './rounds/require-round.ts'
import { retryFailed } from './rounds/retry-failed.ts'
import { setWindows } from './rounds/set-windows.ts'
import { closeRound, freezeRound, openRound, revealRound, unfreezeRound } from './rounds/steps.ts'
import { requireStillOwner } from './session.ts'

/** What the crew does with rounds. */
export function roundsGame(db: Db, { events, now, targets }: GameDeps): StaffRounds {
  const steps: Record<RoundStep, (deed: RoundDeed) => void> = {
    open: deed => openRound(db, deed, targets.bundle.id),
    freeze: deed => freezeRound(db, deed),
    unfreeze: deed => unfreezeRound(db, deed),
    close: deed => closeRound(db, deed),
    finalise: deed => finaliseRound(db, deed),
    reveal: deed => revealRound(db, deed),
    revise: deed => reviseRound(db, deed),
  }
  const changed = (id: string) => {
    events.emit('board')
    return roundAdminView(db, requireRound(db, id))
  }
  return {
    list: () => roundAdminViews(db),
    async create({ title, target, windows }, by) {
      const asked = now()
      const contest = currentContest(db)
      if (!contest) throw new GameError('no-round')
      const noiseSeed = newNoiseSeed()
      const made =
        'upload' in target ? await targets.upload(target.upload) : await targets.draw(target.draw || null, noiseSeed)
      requireStillOwner(db, by, asked)
      const { bundle } = targets
      const draft = { contestId: contest.id, title, windows, target: made, noiseSeed, bundle, author: by.id }
      return roundAdminView(db, createDraft(db, draft, now()))
    },
    setWindows({ id, windows }, { id: author }) {
      setWindows(db, { id, reason: '', author, now: now() }, windows)
      return changed(id)
    },
    step({ id, step, reason }, { id: author }) {
      steps[step]({ id, reason, author, now: now() })
      return changed(id)
    },
    retryFailed(id, { id: author }) {
      const retried = retryFailed(db, { id, reason: '', author, now: now() }, targets.bundle.id)
      if (retried > 0) events.emit('queued')
      return changed(id)
    },
  }
}

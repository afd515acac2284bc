import type { ScreenView } from '@dabble/api'
import type { Queries } from '../db/open.ts'
import { currentContest } from './contest.ts'
import { currentRound } from './round.ts'

/** What staff decide of the big screen. */
export function screenView(db: Queries): ScreenView {
  const contest = currentContest(db)
  const languages = contest?.screenLanguages ?? contest?.languages ?? ['ko', 'en']
  return { languages, blank: contest?.blankedAt != null, frozenAt: currentRound(db)?.frozenAt ?? null }
}

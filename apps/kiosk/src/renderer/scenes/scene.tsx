import type { Announcement, KioskState, Language } from '@dabble/api'
import type { Scene as SceneName } from '../stage/scene.ts'
import type { Countdown } from '../time/countdown.ts'
import { Announced } from './announced.tsx'
import { Attract } from './attract.tsx'
import { Game } from './game.tsx'
import { Intermission } from './intermission.tsx'
import { Podium } from './podium.tsx'
import { Results } from './results.tsx'

interface Props {
  scene: SceneName
  /** Takes the stage, whatever is on. */
  announcement: Announcement | null
  state: KioskState
  language: Language
  countdown: Countdown | null
  epoch: number
  codeSide: number
}

/** What fills the stage between top bar and counters. */
export function Scene({ scene, announcement, state, language, countdown, epoch, codeSide }: Props) {
  const { contest, round, board } = state
  if (announcement) return <Announced key={announcement.id} news={announcement} language={language} epoch={epoch} />
  if (scene === 'intermission' || !round) return <Intermission joinUrl={contest.joinUrl} />
  if (scene === 'attract' || !board) {
    return <Attract joinUrl={contest.joinUrl} round={round} language={language} epoch={epoch} />
  }
  const props = { state, round, board, language, countdown, epoch, codeSide }
  if (scene === 'game') return <Game {...props} />
  return scene === 'podium' ? <Podium {...props} /> : <Results {...props} />
}

import type { RoundAdminView } from '@dabble/api'
import { currentLanguage, Picture } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { Section } from '../section.tsx'
import { Failed } from './failed.tsx'
import { NextStepPanel } from './next-step-panel.tsx'
import { Revisions } from './revisions.tsx'
import styles from './round-card.module.css'
import { StatePath } from './state-path.tsx'
import { Watermark } from './watermark.tsx'
import { WindowsPart } from './windows-part.tsx'

/** One round: where it is, what comes next, when it is played. */
export function RoundCard({ round, all }: { round: RoundAdminView; all: RoundAdminView[] }) {
  const { t } = useTranslation()
  const { title, target, targetDrawn, entries, players } = round
  return (
    <Section title={title[currentLanguage()]}>
      <div className={styles.head}>
        <Picture picture={target} alt={t('picture.target')} thumbnail className={styles.target} />
        <div className={styles.facts}>
          <StatePath state={round.state} />
          <Watermark frozenAt={round.frozenAt} state={round.state} />
          <p className={styles.muted}>
            {t('crew.rounds.entries', { count: entries })} · {t('crew.rounds.players', { count: players })} ·{' '}
            {t(targetDrawn ? 'crew.rounds.drawn' : 'crew.rounds.uploaded')}
          </p>
        </div>
      </div>
      <NextStepPanel round={round} all={all} />
      {round.failed > 0 && <Failed round={round} />}
      <WindowsPart round={round} />
      {round.revisions.length > 0 && <Revisions revisions={round.revisions} />}
    </Section>
  )
}

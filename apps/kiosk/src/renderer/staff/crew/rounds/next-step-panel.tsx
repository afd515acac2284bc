import type { RoundAdminView, RoundStep } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsOwner } from '../../access/use-member.ts'
import { Button } from '../../shell/button.tsx'
import { Action } from '../action.tsx'
import { nextStepOf, sideStepsOf } from './next-step.ts'
import styles from './next-step-panel.module.css'
import { StepDialog } from './step-dialog.tsx'

interface NextStepPanelProps {
  round: RoundAdminView
  all: RoundAdminView[]
}

/** The one thing to do next, with what it does; beneath it what else can be done. */
export function NextStepPanel({ round, all }: NextStepPanelProps) {
  const { t } = useTranslation()
  const isOwner = useIsOwner()
  const [asked, setAsked] = useState<RoundStep | null>(null)
  const next = nextStepOf(round, all)
  const words = (step: RoundStep) => (step === 'open' && round.state === 'closed' ? 'reopen' : step)
  const why =
    next?.blocked === 'other-round-open'
      ? t('crew.rounds.blockedOther')
      : next?.blocked === 'round-unfinished'
        ? t('crew.rounds.blockedUnfinished', { count: round.unfinished })
        : null
  return (
    <div className={styles.panel}>
      {next ? (
        <div className={styles.next}>
          <p role="status">
            {!isOwner ? t('crew.rounds.ownerOnly') : (why ?? t(`crew.rounds.steps.${next.step}.text`))}
          </p>
          <Button
            look="big"
            className={styles.big}
            disabled={!isOwner || next.blocked !== null}
            onClick={() => setAsked(next.step)}
          >
            {t(`crew.rounds.steps.${next.step}.do`)}
          </Button>
        </div>
      ) : (
        <p>{t('crew.rounds.over')}</p>
      )}
      {isOwner &&
        sideStepsOf(round).map(step => (
          <Action key={step} text={t(`crew.rounds.steps.${words(step)}.text`)} onClick={() => setAsked(step)}>
            {t(`crew.rounds.steps.${words(step)}.do`)}
          </Action>
        ))}
      <StepDialog roundId={round.id} step={asked} words={words} onClose={() => setAsked(null)} />
    </div>
  )
}

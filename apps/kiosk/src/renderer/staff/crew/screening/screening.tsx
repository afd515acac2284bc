import { useTranslation } from 'react-i18next'
import { client } from '../../server/client.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { Page } from '../../shell/page.tsx'
import { Empty, Loaded } from '../../shell/states.tsx'
import { useScreening } from '../queries.ts'
import { Blank } from './blank.tsx'
import { Candidate } from './candidate.tsx'
import { Mode } from './mode.tsx'
import { NextOnes } from './next-ones.tsx'
import styles from './screening.module.css'
import { Seen } from './seen.tsx'
import { ShowAll } from './show-all.tsx'
import { UndoLast } from './undo-last.tsx'
import { useDecisions } from './use-decisions.ts'
import { useScreeningKeys } from './use-screening-keys.ts'

/** What waits for a look, one picture after the other; and the way back for what was decided before. */
export function ScreeningScreen() {
  const { t } = useTranslation()
  const query = useScreening()
  const { decided, last, decide, undo } = useDecisions()
  const blank = useStaffMutation({ send: (on: boolean) => client.staff.screening.blank.mutate({ on }) })
  const waiting = query.data?.waiting.filter(({ picture }) => !decided.has(picture.hash)) ?? []
  const left = Math.max(waiting.length, (query.data?.waitingInAll ?? 0) - decided.size)
  const [first, ...others] = waiting

  useScreeningKeys(key => {
    if (key === 'undo') return undo()
    if (key === 'blank') return query.data && blank.run(!query.data.blank)
    if (first) decide({ hash: first.picture.hash, what: key })
  })

  return (
    <Page
      title={t('crew.screening.title')}
      wide
      actions={query.data && <Blank on={query.data.blank} busy={blank.busy} onChange={blank.run} />}
    >
      <Loaded query={query}>
        {view => (
          <>
            <div className={styles.bar}>
              <p className={styles.count} role="status">
                {first && t('crew.screening.waiting', { count: left })}
              </p>
              <UndoLast last={last} onUndo={undo} />
              {left > 1 && <ShowAll count={left} />}
            </div>
            {first ? (
              <Candidate
                key={first.picture.hash}
                candidate={first}
                onDecide={what => decide({ hash: first.picture.hash, what })}
              />
            ) : (
              <Empty
                title={t(view.holding ? 'crew.screening.empty' : 'crew.screening.emptyOpen')}
                text={view.holding ? t('crew.screening.emptyText') : undefined}
              />
            )}
            <NextOnes pictures={others} />
            <Mode />
            <Seen pictures={view.shown} what="hide" onDecide={decide} />
            <Seen pictures={view.hidden} what="show" onDecide={decide} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

import { Segmented } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { useIsOwner } from '../../access/use-member.ts'
import { client } from '../../server/client.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { useSettings } from '../queries.ts'
import { useWanted } from '../use-wanted.ts'
import styles from './mode.module.css'

/** Whether new pictures wait for the crew or are shown at once, and what that means. */
export function Mode() {
  const { t } = useTranslation()
  const isOwner = useIsOwner()
  const round = useSettings().data?.round
  const change = useStaffMutation({
    send: ({ id, screening }: { id: string; screening: boolean }) =>
      client.staff.changeSettings.mutate({ round: { id, screening } }),
  })
  const [holding, setHolding] = useWanted(round?.screening ?? false, change.error !== null)
  if (!round) return null
  const text = t(holding ? 'crew.screening.holdText' : 'crew.screening.openText')
  return (
    <div className={styles.mode}>
      {isOwner ? (
        <Segmented
          legend={t('crew.screening.mode')}
          options={[
            { value: 'hold', label: t('crew.screening.hold') },
            { value: 'open', label: t('crew.screening.open') },
          ]}
          value={holding ? 'hold' : 'open'}
          onChange={value => {
            setHolding(value === 'hold')
            change.run({ id: round.id, screening: value === 'hold' })
          }}
        />
      ) : (
        <p>
          {t('crew.screening.mode')}:{' '}
          <strong>{t(round.screening ? 'crew.screening.hold' : 'crew.screening.open')}</strong>
        </p>
      )}
      <p className={styles.text}>
        {text} {!isOwner && t('crew.screening.modeOwner')}
      </p>
    </div>
  )
}

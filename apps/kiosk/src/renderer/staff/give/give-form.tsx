import type { AwardView, PictureRef, PlayerDetail, PrizeView } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Person } from '../hand-over/thing.tsx'
import { useNameOf } from '../prizes/use-name-of.ts'
import { client } from '../server/client.ts'
import { usePlayer, usePrizes } from '../server/queries.ts'
import { useStaffMutation } from '../server/use-staff-mutation.ts'
import { Button } from '../shell/button.tsx'
import { ConfirmDialog } from '../shell/confirm-dialog.tsx'
import { CheckField } from '../shell/field.tsx'
import { Notice } from '../shell/notice.tsx'
import { ReasonField } from '../shell/reason-field.tsx'
import { Loaded } from '../shell/states.tsx'
import { ChoosePicture } from './choose-picture.tsx'
import { ChoosePrize } from './choose-prize.tsx'
import styles from './give-form.module.css'

interface GiveFormProps {
  playerId: string
  onOther: () => void
  onGiven: (award: AwardView) => void
}

export function GiveForm({ playerId, onOther, onGiven }: GiveFormProps) {
  const player = usePlayer(playerId)
  const prizes = usePrizes()
  return (
    <Loaded query={player}>
      {player => <Loaded query={prizes}>{prizes => <Steps {...{ player, prizes, onOther, onGiven }} />}</Loaded>}
    </Loaded>
  )
}

type Giving = Omit<Parameters<typeof client.staff.awards.give.mutate>[0], 'nonce'>

interface StepsProps extends Omit<GiveFormProps, 'playerId'> {
  player: PlayerDetail
  prizes: PrizeView[]
}

/** What, for which picture and why; then the second step. */
function Steps({ player, prizes, onOther, onGiven }: StepsProps) {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const [prizeId, setPrizeId] = useState<string | null>(null)
  const [picture, setPicture] = useState<PictureRef | null>(null)
  const [reason, setReason] = useState('')
  const [announce, setAnnounce] = useState(true)
  const [asking, setAsking] = useState(false)
  const [missing, setMissing] = useState<'prize' | 'reason' | null>(null)
  const offered = prizes.filter(({ kind, removed }) => (kind === 'spot' || kind === 'participation') && !removed)
  const prize = offered.find(({ id }) => id === prizeId)
  const spot = prize?.kind === 'spot'
  const give = useStaffMutation({
    send: (input: Giving, nonce) => client.staff.awards.give.mutate({ ...input, nonce }),
    onDone: onGiven,
    ownErrors: true,
  })
  const shared = give.errorKey === 'device-awarded'
  const givingOf = ({ id: prizeId, kind }: PrizeView): Giving => ({
    prizeId,
    playerId: player.id,
    sharedDevice: shared,
    ...(kind === 'spot'
      ? { reason, pictureHash: picture?.hash ?? null, announce }
      : { reason: t('prizes.kind.participation'), pictureHash: null, announce: false }),
  })
  const next = () => {
    const lacking = !prize ? 'prize' : spot && !reason.trim() ? 'reason' : null
    setMissing(lacking)
    if (!lacking) setAsking(true)
  }
  return (
    <div className={styles.steps}>
      <div className={styles.player}>
        <Person {...player} />
        <Button look="quiet" onClick={onOther}>
          {t('prizes.give.other')}
        </Button>
      </div>
      <ChoosePrize prizes={offered} value={prizeId} onChange={setPrizeId} />
      {missing === 'prize' && !prize && <Notice kind="error">{t('prizes.give.choosePrize')}</Notice>}
      {spot && (
        <>
          <ChoosePicture entries={player.recent} value={picture?.hash ?? null} onChange={setPicture} />
          <ReasonField
            label={t('prizes.give.reason')}
            hint={t('prizes.give.reasonHint')}
            value={reason}
            onChange={setReason}
            quick={[
              t('prizes.quick.funniest'),
              t('prizes.quick.boldest'),
              t('prizes.quick.loveliest'),
              t('prizes.quick.comeback'),
            ]}
            error={missing === 'reason' && !reason.trim() ? t('prizes.give.reasonMissing') : null}
          />
          <CheckField
            label={t('prizes.give.announce')}
            hint={t('prizes.give.announceHint')}
            checked={announce}
            onChange={event => setAnnounce(event.target.checked)}
          />
        </>
      )}
      <Button look="big" onClick={next}>
        {t('prizes.give.next')}
      </Button>
      <ConfirmDialog
        open={asking && prize !== undefined}
        title={t('prizes.give.confirmTitle', { nickname: player.nickname })}
        confirm={shared ? t('prizes.handOver.shared') : t('prizes.give.give')}
        busy={give.busy}
        error={give.errorText}
        onConfirm={() => prize && give.run(givingOf(prize))}
        onClose={() => {
          setAsking(false)
          give.reset()
        }}
      >
        {prize && <p className={styles.what}>{nameOf(prize.name)}</p>}
        {spot && (
          <p>
            {reason}
            {announce && ` · ${t('prizes.give.willAnnounce')}`}
          </p>
        )}
      </ConfirmDialog>
    </div>
  )
}

import type { AwardView, PrizeView } from '@dabble/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client, queryClient } from '../server/client.ts'
import { keys } from '../server/keys.ts'
import { useAwards, useRounds } from '../server/queries.ts'
import { useErrorText } from '../server/use-error-text.ts'
import { useStaffMutation } from '../server/use-staff-mutation.ts'
import { Button } from '../shell/button.tsx'
import { SelectField } from '../shell/field.tsx'
import { Notice } from '../shell/notice.tsx'
import styles from './draw-stage.module.css'
import { Suspense } from './suspense.tsx'
import { useSuspense } from './use-suspense.ts'
import { WinnerCard } from './winner-card.tsx'

/** Who may be drawn, the drawing, and whoever was drawn and is waited for. */
export function DrawStage({ prize }: { prize: PrizeView }) {
  const { t } = useTranslation()
  const textOf = useErrorText()
  const suspense = useSuspense()
  const [windowId, setWindowId] = useState('')
  const within = windowId || null
  const pool = useQuery({
    queryKey: keys.pool(prize.id, within),
    queryFn: () => client.staff.awards.pool.query({ prizeId: prize.id, windowId: within }),
    refetchInterval: 5_000,
  })
  const filter = { prizeId: prize.id, waiting: true }
  const waiting = useAwards(filter)
  /** At once, so that nobody sees the last winner for a moment. */
  const show = (drawn: AwardView, insteadOf?: string) =>
    queryClient.setQueryData<AwardView[]>(keys.awards(filter), (before = []) => [
      drawn,
      ...before.filter(({ id }) => id !== insteadOf && id !== drawn.id),
    ])
  const draw = useStaffMutation({
    send: async (_: null, nonce) =>
      suspense.around(client.staff.awards.draw.mutate({ nonce, prizeId: prize.id, windowId: within })),
    onDone: drawn => show(drawn),
    ownErrors: true,
  })
  const redraw = useStaffMutation({
    send: async (awardId: string, nonce) =>
      suspense.around(client.staff.awards.redraw.mutate({ awardId, nonce, windowId: within })),
    onDone: (drawn, absent) => show(drawn, absent),
    ownErrors: true,
  })
  const busy = draw.busy || redraw.busy
  const nobody = pool.data?.eligible === 0
  const problem = draw.errorText ?? redraw.errorText
  if (busy) return <Suspense />
  return (
    <div className={styles.stage}>
      <SelectField label={t('prizes.draw.from')} value={windowId} onChange={event => setWindowId(event.target.value)}>
        <option value="">{t('prizes.wholeRound')}</option>
        <Windows />
      </SelectField>
      <p className={styles.pool} role="status">
        {pool.data ? t('prizes.draw.pool', { count: pool.data.eligible }) : pool.error ? textOf(pool.error) : ' '}
        {pool.data && pool.data.absent > 0 && ` · ${t('prizes.draw.absent', { count: pool.data.absent })}`}
      </p>
      {problem && <Notice kind="error">{problem}</Notice>}
      {waiting.data?.map(award => (
        <WinnerCard key={award.id} award={award} fresh={suspense.isOver} onAbsent={() => redraw.run(award.id)} />
      ))}
      {prize.left === 0 ? (
        <Notice kind="note">{t('prizes.draw.allDrawn')}</Notice>
      ) : nobody ? (
        <Notice kind="note">{t('error.nobody-eligible')}</Notice>
      ) : (
        <Button look={waiting.data?.length ? 'plain' : 'big'} onClick={() => draw.run(null)}>
          {waiting.data?.length ? t('prizes.draw.another') : t('prizes.draw.draw')}
        </Button>
      )}
    </div>
  )
}

/** Of the round being played, or else the last one. */
function Windows() {
  const rounds = useRounds().data ?? []
  const round = rounds.find(({ state }) => state === 'open') ?? rounds.find(({ state }) => state !== 'draft')
  return round?.windows.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
}

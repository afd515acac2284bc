import type { PrizeView } from '@dabble/api'
import { Picture } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useIsOwner } from '../access/use-member.ts'
import { client } from '../server/client.ts'
import { useStaffMutation } from '../server/use-staff-mutation.ts'
import { Button, buttonClass } from '../shell/button.tsx'
import { GiveIcon } from '../shell/icons.tsx'
import { toast } from '../shell/toasts.ts'
import styles from './prize-card.module.css'
import { useNameOf } from './use-name-of.ts'

/** One prize: how many are left is what counts. */
export function PrizeCard({ prize }: { prize: PrizeView }) {
  const { t } = useTranslation()
  const name = useNameOf()(prize.name)
  const { kind, ranks, stock, given, claimed, left, codes } = prize
  return (
    <li className={styles.card}>
      <Picture className={styles.picture} picture={prize.picture} alt="" instead={<GiveIcon />} thumbnail />
      <div className={styles.about}>
        <h2 className={styles.name}>{name}</h2>
        <p className={styles.kind}>
          {t(`prizes.kind.${kind}`)}
          {ranks && ` · ${t('prizes.ranks', { from: ranks.from, to: ranks.to })}`}
        </p>
      </div>
      <p className={styles.left} data-none={left === 0 || undefined}>
        <strong>{left}</strong> {t('prizes.list.left')}
      </p>
      <div className={styles.meter} aria-hidden="true">
        <span style={{ '--part': stock > 0 ? claimed / stock : 0 }} className={styles.claimed} />
        <span style={{ '--part': stock > 0 ? (given - claimed) / stock : 0 }} className={styles.given} />
      </div>
      <dl className={styles.numbers}>
        <Figure term={t('prizes.list.stock')} value={stock} />
        <Figure term={t('prizes.list.given')} value={given} />
        <Figure term={t('prizes.list.claimed')} value={claimed} />
        {codes > 0 && <Figure term={t('prizes.list.codes')} value={codes} />}
      </dl>
      <Actions prize={prize} name={name} />
    </li>
  )
}

function Figure({ term, value }: { term: string; value: number }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** Taking a prize off the list is undone by putting it back, so it needs no second step. */
function Actions({ prize: { id, removed }, name }: { prize: PrizeView; name: string }) {
  const { t } = useTranslation()
  const owner = useIsOwner()
  const remove = useStaffMutation({
    send: (off: boolean) => client.staff.prizes.remove.mutate({ id, removed: off }),
    onDone(_, off) {
      if (!off) return toast({ kind: 'good', text: t('prizes.list.putBackDone', { name }) })
      toast({
        kind: 'note',
        text: t('prizes.list.removeDone', { name }),
        action: { label: t('prizes.undo.undo'), run: () => remove.run(false) },
      })
    },
  })
  if (!owner) return null
  return (
    <div className={styles.actions}>
      <Link href={`/prizes/${id}`} className={buttonClass('plain')} aria-label={t('prizes.list.editOf', { name })}>
        {t('prizes.list.edit')}
      </Link>
      <Button look="quiet" busy={remove.busy} onClick={() => remove.run(!removed)}>
        {removed ? t('prizes.list.putBack') : t('prizes.list.remove')}
      </Button>
    </div>
  )
}

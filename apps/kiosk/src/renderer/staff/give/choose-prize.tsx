import type { PrizeView } from '@dabble/api'
import { Picture } from '@dabble/ui'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useNameOf } from '../prizes/use-name-of.ts'
import { GiveIcon } from '../shell/icons.tsx'
import { Empty } from '../shell/states.tsx'
import styles from './choose.module.css'

interface ChoosePrizeProps {
  prizes: PrizeView[]
  value: string | null
  onChange: (id: string) => void
  /** What is gone can be chosen too. */
  alsoGone?: boolean
}

/** One of the prizes, by picture and how many are left. What is gone stays visible, so that nobody looks for it. */
export function ChoosePrize({ prizes, value, onChange, alsoGone = false }: ChoosePrizeProps) {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const name = useId()
  if (prizes.length === 0) {
    return (
      <Empty title={t('prizes.give.noPrizes')} text={t('prizes.give.noPrizesText')}>
        <Link href="/prizes">{t('staff.nav.prizes')}</Link>
      </Empty>
    )
  }
  return (
    <fieldset>
      <legend className={styles.legend}>{t('prizes.give.prize')}</legend>
      <div className={styles.options}>
        {prizes.map(({ id, name: names, picture, left, kind }) => (
          <label key={id} className={styles.option} data-gone={(left === 0 && !alsoGone) || undefined}>
            <input
              type="radio"
              name={name}
              checked={id === value}
              disabled={left === 0 && !alsoGone}
              onChange={() => onChange(id)}
            />
            <Picture className={styles.picture} picture={picture} alt="" instead={<GiveIcon />} thumbnail />
            <span className={styles.text}>
              <strong>{nameOf(names)}</strong>
              <span>
                {t(`prizes.kind.${kind}`)} · {left > 0 ? t('prizes.leftOf', { count: left }) : t('prizes.gone')}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

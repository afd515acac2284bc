import { type PrizeView, prizeKindSchema } from '@dabble/api'
import { Segmented } from '@dabble/ui'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../server/client.ts'
import { useStaffMutation } from '../server/use-staff-mutation.ts'
import { Button } from '../shell/button.tsx'
import { Field } from '../shell/field.tsx'
import { Notice } from '../shell/notice.tsx'
import { toast } from '../shell/toasts.ts'
import { PictureField } from './picture-field.tsx'
import styles from './prize-form.module.css'
import { newPrizeOf, type PrizeInput, prizeChangeOf, wrongIn } from './prize-input.ts'
import { RankFields } from './rank-fields.tsx'
import { useNameOf } from './use-name-of.ts'

interface PrizeFormProps {
  /** Null for a new one. */
  prize: PrizeView | null
  onDone: () => void
  onCancel: () => void
}

const inputOf = (prize: PrizeView | null): PrizeInput => ({
  kind: prize?.kind ?? 'participation',
  ko: prize?.name.ko ?? '',
  en: prize?.name.en ?? '',
  stock: prize ? String(prize.stock) : '',
  picture: undefined,
  roundId: '',
  windowId: '',
  from: '1',
  to: '1',
})

export function PrizeForm({ prize, onDone, onCancel }: PrizeFormProps) {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const [input, setInput] = useState(() => inputOf(prize))
  const [wrong, setWrong] = useState<ReturnType<typeof wrongIn>>(null)
  const change = (part: Partial<PrizeInput>) => setInput(before => ({ ...before, ...part }))
  const save = useStaffMutation({
    send: (input: PrizeInput) =>
      prize
        ? client.staff.prizes.change.mutate(prizeChangeOf(prize.id, input))
        : client.staff.prizes.create.mutate(newPrizeOf(input)),
    onDone({ name }) {
      toast({ kind: 'good', text: t('prizes.edit.saved', { name: nameOf(name) }) })
      onDone()
    },
    ownErrors: true,
  })
  const errorOf = (field: NonNullable<typeof wrong>['field']) =>
    wrong?.field === field ? t(`error.${wrong.key}`) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = wrongIn(prize?.id ?? null, input)
    setWrong(found)
    if (!found) save.run(input)
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {!prize && (
        <div className={styles.kind}>
          <Segmented
            legend={t('prizes.edit.kind')}
            options={prizeKindSchema.options.map(value => ({ value, label: t(`prizes.kind.${value}`) }))}
            value={input.kind}
            onChange={kind => change({ kind })}
          />
          <p className={styles.hint}>{t(`prizes.kindHint.${input.kind}`)}</p>
        </div>
      )}
      {!prize && input.kind === 'rank' && <RankFields input={input} onChange={change} error={errorOf('ranks')} />}
      <div className={styles.names}>
        <Field
          label={t('prizes.edit.nameKo')}
          lang="ko"
          value={input.ko}
          error={errorOf('name')}
          onChange={event => change({ ko: event.target.value })}
        />
        <Field
          label={t('prizes.edit.nameEn')}
          lang="en"
          value={input.en}
          hint={t('prizes.edit.nameHint')}
          onChange={event => change({ en: event.target.value })}
        />
      </div>
      <Field
        label={t('prizes.edit.stock')}
        hint={prize ? t('prizes.edit.stockHint', { given: prize.given }) : undefined}
        inputMode="numeric"
        value={input.stock}
        error={wrong?.field === 'stock' ? t('prizes.edit.stockWrong') : null}
        onChange={event => change({ stock: event.target.value })}
      />
      <PictureField
        current={prize?.picture ?? null}
        value={input.picture}
        error={errorOf('picture')}
        onChange={picture => change({ picture })}
      />
      {save.errorText && <Notice kind="error">{save.errorText}</Notice>}
      <div className={styles.buttons}>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button type="submit" look="big" busy={save.busy}>
          {t('prizes.edit.save')}
        </Button>
      </div>
    </form>
  )
}

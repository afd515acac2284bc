import { useTranslation } from 'react-i18next'
import { useRounds } from '../server/queries.ts'
import { Field, SelectField } from '../shell/field.tsx'
import styles from './prize-form.module.css'
import type { PrizeInput } from './prize-input.ts'
import { useNameOf } from './use-name-of.ts'

interface RankFieldsProps {
  input: PrizeInput
  onChange: (part: Partial<PrizeInput>) => void
  error: string | null
}

/** Which board a rank prize is for, and which of its ranks. */
export function RankFields({ input, onChange, error }: RankFieldsProps) {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const rounds = useRounds().data ?? []
  const windows = rounds.find(({ id }) => id === input.roundId)?.windows ?? []
  return (
    <div className={styles.names}>
      <SelectField
        label={t('prizes.edit.round')}
        value={input.roundId}
        error={error}
        onChange={event => onChange({ roundId: event.target.value, windowId: '' })}
      >
        <option value="">{t('prizes.edit.chooseRound')}</option>
        {rounds.map(({ id, title }) => (
          <option key={id} value={id}>
            {nameOf(title)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('prizes.edit.board')}
        value={input.windowId}
        onChange={event => onChange({ windowId: event.target.value })}
      >
        <option value="">{t('prizes.wholeRound')}</option>
        {windows.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <Field
        label={t('prizes.edit.from')}
        inputMode="numeric"
        value={input.from}
        onChange={event => onChange({ from: event.target.value })}
      />
      <Field
        label={t('prizes.edit.to')}
        inputMode="numeric"
        value={input.to}
        onChange={event => onChange({ to: event.target.value })}
      />
    </div>
  )
}

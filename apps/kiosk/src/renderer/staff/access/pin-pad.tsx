import { useTranslation } from 'react-i18next'
import { DeleteIcon } from '../shell/icons.tsx'
import styles from './pin-pad.module.css'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', null, '0'] as const

/** Big digits for thumbs. A keyboard types into the field above. */
export function PinPad({ onDigit, onDelete }: { onDigit: (digit: string) => void; onDelete: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.pad}>
      {digits.map(digit =>
        digit === null ? (
          <span key="gap" />
        ) : (
          <button key={digit} type="button" className={styles.key} onClick={() => onDigit(digit)}>
            {digit}
          </button>
        ),
      )}
      <button type="button" className={styles.key} aria-label={t('staff.unlock.delete')} onClick={onDelete}>
        <DeleteIcon />
      </button>
    </div>
  )
}

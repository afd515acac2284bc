import { useTranslation } from 'react-i18next'
import { Button } from '../../shell/button.tsx'
import { toast } from '../../shell/toasts.ts'
import styles from './command.module.css'

/** A command for the box's terminal. On plain `http://` there is no clipboard: it can be selected with one tap then. */
export function Command({ text }: { text: string }) {
  const { t } = useTranslation()
  const clipboard = navigator.clipboard as Clipboard | undefined
  return (
    <span className={styles.command}>
      <code className={styles.text}>{text}</code>
      {clipboard && (
        <Button
          look="quiet"
          onClick={() =>
            clipboard.writeText(text).then(
              () => toast({ kind: 'good', text: t('crew.health.copied') }),
              () => {},
            )
          }
        >
          {t('crew.health.copy')}
        </Button>
      )}
    </span>
  )
}

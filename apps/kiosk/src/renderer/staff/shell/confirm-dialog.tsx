import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import styles from './dialog.module.css'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  open: boolean
  title: string
  /** What will happen, and fields for what it takes. */
  children: ReactNode
  /** The verb. */
  confirm: string
  danger?: boolean
  busy?: boolean
  /** Why it did not work, in words. */
  error?: string | null
  onConfirm: () => void
  onClose: () => void
}

/** The second step before something is done. Enter in a field confirms. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, confirm, danger, busy, error, onConfirm, onClose } = props
  const { t } = useTranslation()
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          onConfirm()
        }}
      >
        {children}
        {error && (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look={danger ? 'danger' : 'big'} busy={busy}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

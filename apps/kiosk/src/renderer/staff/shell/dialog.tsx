import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './dialog.module.css'

interface DialogProps {
  open: boolean
  title: string
  children: ReactNode
  onClose: () => void
}

/** The browser's own dialog: the focus stays inside and goes back afterwards, Escape closes. Its content lives while it is open. */
export function Dialog({ open, title, children, onClose }: DialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    if (!open) dialog.current?.close()
  }, [open])
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={() => open && onClose()}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {open && children}
    </dialog>
  )
}

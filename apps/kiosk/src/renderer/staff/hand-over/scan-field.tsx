import { type FormEvent, type Ref, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../shell/button.tsx'
import { enterMeans } from './enter.ts'
import styles from './scan-field.module.css'
import { useScannerFocus } from './use-scanner-focus.ts'

interface ScanFieldProps {
  ref?: Ref<{ focus: () => void }>
  /** Enter alone would hand something over. */
  offered: boolean
  onScan: (text: string) => void
  onHandOver: () => void
}

/** Where every code ends up: from a scanner that types, from fingers, whatever had the focus. */
export function ScanField({ ref, offered, onScan, onHandOver }: ScanFieldProps) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const lastScanAt = useRef(Number.NEGATIVE_INFINITY)
  const focus = useScannerFocus(field)
  useImperativeHandle(ref, () => ({ focus }), [focus])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!field.current) return
    const text = field.current.value
    const meaning = enterMeans(text, performance.now(), lastScanAt.current, offered)
    field.current.value = ''
    if (meaning === 'nothing') return focus()
    if (meaning === 'hand-over') return onHandOver()
    lastScanAt.current = performance.now()
    onScan(text)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <label className={styles.label} htmlFor="code">
        {t('prizes.handOver.code')}
      </label>
      <input
        ref={field}
        id="code"
        className={styles.input}
        placeholder={t('prizes.handOver.codeHint')}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
      />
      <Button type="submit" className={styles.submit}>
        {t('prizes.handOver.look')}
      </Button>
    </form>
  )
}

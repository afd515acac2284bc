import { useTranslation } from 'react-i18next'
import { ArrowDown, ArrowUp, Star } from '../stage/icons.tsx'
import styles from './marker.module.css'
import type { Mark } from './movement.ts'

/** Up, down or new: told by shape and number first and by colour last. */
export function Marker({ mark }: { mark: Mark | undefined }) {
  const { t } = useTranslation()
  if (!mark) return null
  const count = Math.abs(mark.ranks)
  const kind = mark.entered ? 'entered' : mark.ranks > 0 ? 'up' : mark.ranks < 0 ? 'down' : 'same'
  return (
    <span className={styles.marker} data-kind={kind}>
      {kind === 'entered' && <Star />}
      {kind === 'up' && <ArrowUp />}
      {kind === 'down' && <ArrowDown />}
      {(kind === 'up' || kind === 'down') && <span aria-hidden="true">{count}</span>}
      {kind !== 'same' && <span className="visually-hidden">{t(`kiosk.moved.${kind}`, { count })}</span>}
    </span>
  )
}

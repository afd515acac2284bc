import type { BoardRow } from '@dabble/api'
import { type CSSProperties, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './board.module.css'
import { cx } from './cx.ts'
import { Picture } from './picture.tsx'
import { useFlip } from './use-flip.ts'

export interface BoardProps {
  rows: readonly BoardRow[]
  /** Player code of who looks at it: that row stands out. */
  own?: string | null
  /** Shown between nickname and score, such as how far somebody moved. */
  aside?: (row: BoardRow) => ReactNode
  className?: string
  /** CSS variables, see `board.module.css`. */
  style?: CSSProperties
}

/**
 * The leaderboard. Rows glide to their new rank. Sizes come from CSS variables (`--row-height`, `--row-font`,
 * `--leader-scale`, …), so that the same board fits a phone and a 4K screen.
 */
export function Board({ rows, own, aside, className, style }: BoardProps) {
  const list = useRef<HTMLOListElement>(null)
  useFlip(list)
  return (
    <ol ref={list} className={cx(styles.board, className)} style={style}>
      {rows.map(row => (
        <Row key={row.playerCode} row={row} own={row.playerCode === own} aside={aside?.(row)} />
      ))}
    </ol>
  )
}

function Row({ row, own, aside }: { row: BoardRow; own: boolean; aside: ReactNode }) {
  const { t } = useTranslation()
  return (
    <li
      className={cx(styles.row, row.rank === 1 && styles.leader, row.ghost && styles.ghost, own && styles.own)}
      data-flip={row.playerCode}
      data-rank={row.rank ?? undefined}
      aria-current={own || undefined}
    >
      <span className={styles.rank}>
        <span className="visually-hidden">{row.rank ? t('board.rank', { rank: row.rank }) : t('board.unranked')}</span>
        <span aria-hidden="true">{row.rank ?? '·'}</span>
      </span>
      <Picture
        picture={row.picture}
        alt=""
        instead={
          <>
            <span className="visually-hidden">{t('picture.held')}</span>
            <span className={styles.held} aria-hidden="true">
              ?
            </span>
          </>
        }
        thumbnail
        className={styles.picture}
      />
      <span className={styles.name}>
        <span className={styles.nickname}>{row.nickname}</span>
        {own && <span className={cx(styles.mark, styles.you)}>{t('board.you')}</span>}
        {row.ghost && (
          <span className={styles.mark} title={t('board.ghostHint')}>
            {t('board.ghost')}
          </span>
        )}
        {row.prompt && <q className={styles.prompt}>{row.prompt}</q>}
        {row.tied && <span className={styles.mark}>{t('board.tied')}</span>}
      </span>
      {aside}
      <span className={styles.score}>{row.scoreShown}</span>
    </li>
  )
}

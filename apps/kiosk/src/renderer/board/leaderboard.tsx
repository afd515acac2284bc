import type { BoardView } from '@dabble/api'
import { useFlip } from '@dabble/ui'
import { useRef } from 'react'
import { Say } from '../stage/say.tsx'
import { useSizeInRem } from '../stage/use-size.ts'
import { fitRows, leaderScale } from './fit-rows.ts'
import styles from './leaderboard.module.css'
import { Row } from './row.tsx'
import { useMarks } from './use-marks.ts'

interface Props {
  board: BoardView
  epoch: number
  /** Whether somebody who reads this may still climb it. */
  open: boolean
  /** Ranks that are shown elsewhere. */
  after?: number
}

const glideMs = 900
const arrival = { opacity: 0, transform: 'translateX(-4rem)' }

export function Leaderboard({ board, epoch, open, after = 0 }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const fit = fitRows(useSizeInRem(list).height)
  const marks = useMarks(board)
  useFlip(list, arrival, glideMs)
  const ranked = board.rows.filter(row => row.rank !== null)
  const elsewhere = new Set(ranked.slice(0, after))
  const rows = board.rows.filter(row => !elsewhere.has(row)).slice(0, fit.rows)
  const leader = rows.find(row => row.rank === 1)
  const shown = elsewhere.size + rows.filter(row => row.rank !== null).length
  return (
    <section className={styles.board} aria-labelledby="leaderboard">
      <header className={styles.header}>
        <h2 id="leaderboard">
          <Say message="board.title" />
        </h2>
        {board.ranked > shown && (
          <p>
            <Say message="kiosk.topOf" values={{ shown, ranked: board.ranked }} />
          </p>
        )}
      </header>
      <ol
        ref={list}
        className={styles.rows}
        style={{ '--row': `${fit.rowRem}rem`, '--leader': `${fit.rowRem * leaderScale}rem` }}
      >
        {rows.map(row => (
          <Row key={row.playerCode} row={row} leads={row === leader} mark={marks.get(row.playerCode)} epoch={epoch} />
        ))}
        {open && rows.length < fit.rows && (
          <li className={styles.vacant} style={{ '--vacancies': fit.rows - rows.length }}>
            <span>
              <Say message="kiosk.yourNameHere" />
            </span>
          </li>
        )}
      </ol>
    </section>
  )
}

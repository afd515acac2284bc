import type { BoardRow } from '@dabble/api'
import { useRef } from 'react'
import { useAnimation } from '../motion/use-animation.ts'
import { Frame } from '../stage/frame.tsx'
import { Crown, Ghost } from '../stage/icons.tsx'
import { Say } from '../stage/say.tsx'
import { Marker } from './marker.tsx'
import type { Mark } from './movement.ts'
import { nameWidth } from './name-width.ts'
import styles from './row.module.css'

interface Props {
  row: BoardRow
  leads: boolean
  mark: Mark | undefined
  epoch: number
}

const sweep = [{ transform: 'translateX(-110%)' }, { transform: 'translateX(110%)' }]
const pulse = [{}, { transform: 'scale(1.12)', offset: 0.4 }, {}]

export function Row({ row, leads, mark, epoch }: Props) {
  const [whole, decimals] = row.scoreShown.split('.')
  const flash = useRef<HTMLSpanElement>(null)
  const score = useRef<HTMLSpanElement>(null)
  const newBest = mark?.newBest ? row.score : undefined
  useAnimation(flash, newBest, sweep, { duration: 1_500, delay: 500, easing: 'ease-out' })
  useAnimation(score, newBest, pulse, { duration: 900, delay: 400, iterations: 2 })
  return (
    <li
      className={styles.row}
      data-flip={row.playerCode}
      data-rank={row.rank ?? undefined}
      data-leads={leads || undefined}
      data-ghost={row.ghost || undefined}
    >
      <span ref={flash} className={styles.flash} />
      <span className={styles.rank}>{row.rank ?? <Ghost className={styles.ghost} />}</span>
      <Frame className={styles.picture} picture={row.picture} alt="" epoch={epoch} />
      <span className={styles.name} style={{ '--width': nameWidth(row.nickname) }}>
        <bdi>{row.nickname}</bdi>
        {leads && <Crown className={styles.crown} />}
      </span>
      <Marker mark={mark} />
      {row.ghost && (
        <span className={styles.tag}>
          <Say message="board.ghost" />
        </span>
      )}
      {row.tied && (
        <span className={styles.tag}>
          <Say message="board.tied" />
        </span>
      )}
      <span ref={score} className={styles.score} style={{ '--decimals': decimals?.length ?? 0 }}>
        {whole}
        {decimals && <small>.{decimals}</small>}
      </span>
    </li>
  )
}

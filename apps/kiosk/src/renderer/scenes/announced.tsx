import type { Announcement, Language } from '@dabble/api'
import { Celebration } from '@dabble/ui'
import { nameWidth } from '../board/name-width.ts'
import { Frame } from '../stage/frame.tsx'
import { Trophy } from '../stage/icons.tsx'
import { Say } from '../stage/say.tsx'
import styles from './announced.module.css'

/** Somebody has just won something: the stage is theirs for a moment. */
export function Announced({ news, language, epoch }: { news: Announcement; language: Language; epoch: number }) {
  const { kind, nickname, picture, prizePicture, reason } = news
  const prize = news.prizeName[language]
  const big = picture ?? prizePicture
  return (
    <main className={styles.announced}>
      <div className={styles.light} aria-hidden="true" />
      <div className={styles.poster}>
        {big ? <Frame className={styles.picture} picture={big} alt="" epoch={epoch} /> : <Trophy />}
      </div>
      <div className={styles.words}>
        <p className={styles.kind}>
          <Say message={`kiosk.won.${kind}`} />
        </p>
        <h2 className={styles.name} style={{ '--width': nameWidth(nickname) }}>
          <bdi>{nickname}</bdi>
        </h2>
        <p className={styles.wins}>
          <Say message="kiosk.won.wins" />
        </p>
        <p className={styles.prize} style={{ '--width': nameWidth(prize) }}>
          {picture && prizePicture && (
            <Frame className={styles.prizePicture} picture={prizePicture} alt="" epoch={epoch} />
          )}
          <bdi>{prize}</bdi>
        </p>
        <p className={styles.reason} style={{ '--width': nameWidth(reason) }}>
          <bdi>{reason}</bdi>
        </p>
      </div>
      <Celebration />
    </main>
  )
}

import { currentLanguage, cx, Picture } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { TrophyIcon } from '../components/icons.tsx'
import { useAwards } from '../server/queries.ts'
import styles from './award-list.module.css'

/** Everything the player has won; nothing at all before the first prize. */
export function AwardList() {
  const { t } = useTranslation()
  const awards = useAwards(true).data ?? []
  if (awards.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="my-prizes">
      <h2 id="my-prizes">{t('awards.list')}</h2>
      <ul className={styles.list}>
        {awards.map(({ id, prizeName, prizePicture, claimedAt }) => (
          <li key={id}>
            <Link href={`/awards/${id}`} className={styles.award}>
              {prizePicture ? (
                <Picture picture={prizePicture} alt="" thumbnail className={styles.picture} />
              ) : (
                <span className={styles.trophy}>
                  <TrophyIcon />
                </span>
              )}
              <span className={styles.words}>
                <b>{prizeName[currentLanguage()]}</b>
                <span className={cx(styles.state, claimedAt === null && styles.waits)}>
                  {claimedAt === null ? t('awards.toPickUp') : t('awards.handedOver')}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

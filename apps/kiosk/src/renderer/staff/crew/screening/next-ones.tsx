import type { WaitingPicture } from '@dabble/api'
import { Picture } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import styles from './next-ones.module.css'

/** More than fit on a laptop nobody looks at; the rest comes up as these go. */
const most = 10

/** What comes after the big one; already loaded, so that nothing flickers. */
export function NextOnes({ pictures }: { pictures: WaitingPicture[] }) {
  const { t } = useTranslation()
  if (pictures.length === 0) return null
  return (
    <section className={styles.next} aria-label={t('crew.screening.next')}>
      <ol className={styles.strip}>
        {pictures.slice(0, most).map(({ picture, prompt }) => (
          <li key={picture.hash}>
            <Picture picture={picture} alt={t('picture.of', { prompt })} thumbnail eager />
          </li>
        ))}
      </ol>
    </section>
  )
}

import type { WaitingPicture } from '@dabble/api'
import { Picture } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { Button } from '../../shell/button.tsx'
import { CloseIcon, GoodIcon } from '../../shell/icons.tsx'
import { Key } from '../key.tsx'
import { useSayTime } from '../time/use-say-time.ts'
import styles from './candidate.module.css'
import type { Decision } from './decision-queue.ts'

interface CandidateProps {
  candidate: WaitingPicture
  onDecide: (what: Decision['what']) => void
}

/** The picture that is to be decided now, big, with the words it was drawn from. */
export function Candidate({ candidate, onDecide }: CandidateProps) {
  const { t } = useTranslation()
  const sayTime = useSayTime()
  const { picture, prompt, nickname, scoreShown, at } = candidate
  return (
    <article className={styles.candidate}>
      <Picture picture={picture} alt={t('picture.of', { prompt })} eager className={styles.picture} />
      <div className={styles.side}>
        <div className={styles.words}>
          <p className={styles.label}>{t('crew.screening.prompt')}</p>
          <p className={styles.prompt}>{prompt}</p>
          <p className={styles.label}>{t('crew.screening.by', { nickname, score: scoreShown, time: sayTime(at) })}</p>
        </div>
        <div className={styles.buttons}>
          <Button className={styles.hide} aria-keyshortcuts="x" onClick={() => onDecide('hide')}>
            <CloseIcon />
            {t('crew.screening.hide')}
            <Key>X</Key>
            <Key>←</Key>
          </Button>
          <Button look="big" className={styles.show} aria-keyshortcuts="Space" onClick={() => onDecide('show')}>
            <GoodIcon />
            {t('crew.screening.show')}
            <Key>␣</Key>
            <Key>→</Key>
          </Button>
        </div>
      </div>
    </article>
  )
}

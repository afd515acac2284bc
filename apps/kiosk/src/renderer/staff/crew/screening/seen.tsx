import type { WaitingPicture } from '@dabble/api'
import { Picture } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { Button } from '../../shell/button.tsx'
import { toast } from '../../shell/toasts.ts'
import { Section } from '../section.tsx'
import { type Decision, opposite } from './decision-queue.ts'
import styles from './seen.module.css'

interface SeenProps {
  pictures: WaitingPicture[]
  /** What can be done with these. */
  what: Decision['what']
  onDecide: (decision: Decision) => void
}

/** What is shown and can be hidden, or is hidden and can be shown again; newest first. */
export function Seen({ pictures, what, onDecide }: SeenProps) {
  const { t } = useTranslation()
  const words =
    what === 'hide'
      ? { title: t('crew.screening.shown'), empty: t('crew.screening.shownEmpty'), done: t('crew.screening.hidDone') }
      : {
          title: t('crew.screening.hidden'),
          empty: t('crew.screening.hiddenEmpty'),
          done: t('crew.screening.showDone'),
        }
  function decide(hash: string) {
    const decision = { hash, what }
    onDecide(decision)
    toast({
      kind: 'good',
      text: words.done,
      action: { label: t('crew.players.undo'), run: () => onDecide(opposite(decision)) },
    })
  }
  return (
    <Section title={words.title}>
      {pictures.length === 0 && <p>{words.empty}</p>}
      <ul className={styles.grid}>
        {pictures.map(({ picture, prompt, nickname }) => (
          <li key={picture.hash} className={styles.item}>
            {/* What is hidden is hidden from the network, and so from here. */}
            <Picture
              picture={what === 'hide' ? picture : null}
              alt={t('picture.of', { prompt })}
              thumbnail
              instead={<span className={styles.words}>{prompt}</span>}
            />
            <p className={styles.by}>
              <bdi>{nickname}</bdi>
            </p>
            <Button
              className={styles.button}
              aria-label={t(what === 'hide' ? 'crew.screening.hideOne' : 'crew.screening.showOne', {
                prompt,
                nickname,
              })}
              onClick={() => decide(picture.hash)}
            >
              {t(what === 'hide' ? 'crew.screening.hide' : 'crew.screening.show')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

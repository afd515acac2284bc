import type { EntryView, PictureRef } from '@dabble/api'
import { Picture } from '@dabble/ui'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './choose.module.css'
import { picturesOf } from './pictures-of.ts'

interface ChoosePictureProps {
  entries: EntryView[]
  value: string | null
  onChange: (picture: PictureRef | null) => void
}

/** The picture that a spot prize is for; none is fine too. */
export function ChoosePicture({ entries, value, onChange }: ChoosePictureProps) {
  const { t } = useTranslation()
  const name = useId()
  const pictures = picturesOf(entries)
  if (pictures.length === 0) return null
  return (
    <fieldset>
      <legend className={styles.legend}>{t('prizes.give.picture')}</legend>
      <div className={styles.pictures}>
        {pictures.map(({ picture, prompt }) => (
          <label key={picture.hash} className={styles.option}>
            <input
              type="radio"
              name={name}
              checked={picture.hash === value}
              // A second tap takes the choice back, as no radio button does by itself.
              onClick={() => picture.hash === value && onChange(null)}
              onChange={() => onChange(picture)}
            />
            <Picture className={styles.picture} picture={picture} alt="" />
            <span className={styles.prompt}>{prompt}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

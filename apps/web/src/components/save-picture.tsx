import type { PictureRef } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inAppOf } from '../in-app/detect.ts'
import { Button, buttonClass } from './button.tsx'
import { SaveIcon } from './icons.tsx'
import styles from './save-picture.module.css'

/** Downloads the picture; apps' own browsers mostly cannot, there a long press does. */
export function SavePicture({ picture, scoreShown }: { picture: PictureRef; scoreShown: string }) {
  const { t } = useTranslation()
  const [hint, setHint] = useState(false)
  const label = (
    <>
      <SaveIcon />
      {t('result.save')}
    </>
  )
  return (
    <div className={styles.save}>
      {inAppOf(navigator.userAgent) ? (
        <Button onClick={() => setHint(true)}>{label}</Button>
      ) : (
        <a className={buttonClass('plain')} href={picture.url} download={`dabble-${scoreShown}`}>
          {label}
        </a>
      )}
      <p role="status">{hint && t('result.saveHint')}</p>
    </div>
  )
}

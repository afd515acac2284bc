import type { PictureRef } from '@dabble/api'
import { type ChangeEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../shell/button.tsx'
import styles from './picture-field.module.css'
import { readUpload, type UploadProblem } from './read-upload.ts'

interface PictureFieldProps {
  current: PictureRef | null
  /** A data URL, null for none, undefined for `current`. */
  value: string | null | undefined
  error: string | null
  onChange: (picture: string | null | undefined) => void
}

/** A picture file with its preview; can be taken away again. */
export function PictureField({ current, value, error, onChange }: PictureFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const [problem, setProblem] = useState<UploadProblem | null>(null)
  const shown = value === undefined ? current?.url : value
  const said = problem ? t(`error.${problem}`) : error
  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0]
    // So that choosing the same file again is a change.
    target.value = ''
    if (!file) return
    const read = await readUpload(file)
    setProblem('problem' in read ? read.problem : null)
    if ('url' in read) onChange(read.url)
  }
  return (
    <div className={styles.field}>
      <span className={styles.label}>{t('prizes.edit.picture')}</span>
      <div className={styles.row}>
        {shown ? <img className={styles.preview} src={shown} alt={t('prizes.edit.preview')} /> : null}
        <label className={styles.choose} htmlFor={id}>
          {shown ? t('prizes.edit.otherPicture') : t('prizes.edit.choosePicture')}
          <input
            id={id}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            aria-describedby={`${id}-hint`}
            onChange={event => void choose(event)}
          />
        </label>
        {shown && (
          <Button look="quiet" onClick={() => onChange(current ? null : undefined)}>
            {t('prizes.edit.noPicture')}
          </Button>
        )}
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {t('prizes.edit.pictureHint')}
      </p>
      {said && (
        <p className={styles.error} role="alert">
          {said}
        </p>
      )}
    </div>
  )
}

import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../shell/button.tsx'
import styles from './setting.module.css'
import type { SavedSetting } from './use-saved-setting.ts'

interface SettingProps {
  title: string
  /** What it does, in a sentence. */
  text: string
  saved: Pick<SavedSetting<unknown>, 'state' | 'busy' | 'errorText' | 'undo'>
  /** Present where something is typed: nothing is saved before that. */
  onSave?: () => void
  /** Something was typed that is not saved yet. */
  dirty?: boolean
  children: (labelId: string) => ReactNode
}

/** One setting: what it is, what it does, and whether it has been saved. */
export function Setting({ title, text, saved, onSave, dirty, children }: SettingProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <form
      className={styles.setting}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        onSave?.()
      }}
    >
      <div>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        <p className={styles.text}>{text}</p>
      </div>
      <div className={styles.control}>
        {children(id)}
        {(dirty || saved.busy) && (
          <Button type="submit" busy={saved.busy}>
            {t('crew.settings.save')}
          </Button>
        )}
        <p className={styles.state} role="status">
          {saved.state !== 'none' && (
            <>
              <span className={styles.saved}>
                {t(saved.state === 'saved' ? 'crew.settings.saved' : 'crew.settings.undone')}
              </span>
              {saved.state === 'saved' && (
                <Button look="quiet" onClick={saved.undo}>
                  {t('crew.settings.undo')}
                </Button>
              )}
            </>
          )}
        </p>
        {saved.errorText && (
          <p className={styles.error} role="alert">
            {saved.errorText}
          </p>
        )}
      </div>
    </form>
  )
}

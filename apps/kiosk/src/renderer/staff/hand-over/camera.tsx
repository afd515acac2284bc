import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../shell/button.tsx'
import { CameraIcon, CloseIcon } from '../shell/icons.tsx'
import { Notice } from '../shell/notice.tsx'
import styles from './camera.module.css'
import { canScan, useCamera } from './use-camera.ts'

/** Reads QR codes with the camera, where the browser can; nothing elsewhere, as there a phone's own camera app opens the address. */
export function Camera({ onCode }: { onCode: (text: string) => void }) {
  const { t } = useTranslation()
  const [on, setOn] = useState(false)
  if (!canScan()) return null
  if (!on) {
    return (
      <Button onClick={() => setOn(true)}>
        <CameraIcon />
        {t('prizes.camera.start')}
      </Button>
    )
  }
  return <Viewfinder onCode={onCode} onClose={() => setOn(false)} />
}

function Viewfinder({ onCode, onClose }: { onCode: (text: string) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const { video, refused } = useCamera(onCode)
  return (
    <div className={styles.camera}>
      {refused ? (
        <Notice kind="error">{t('prizes.camera.refused')}</Notice>
      ) : (
        <video ref={video} className={styles.video} muted playsInline aria-label={t('prizes.camera.picture')} />
      )}
      <Button onClick={onClose}>
        <CloseIcon />
        {t('prizes.camera.stop')}
      </Button>
    </div>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {} from '../../../preload/bridge.ts'
import { Button } from './button.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'

/** The only way out of kiosk mode; nothing in a browser. */
export function LeaveKiosk() {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const kiosk = window.dabbleKiosk
  if (!kiosk) return null
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('staff.kiosk.leave')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('staff.kiosk.leaveTitle')}
        confirm={t('staff.kiosk.leave')}
        danger
        onConfirm={() => void kiosk.exit()}
        onClose={() => setAsking(false)}
      >
        <p>{t('staff.kiosk.leaveText')}</p>
      </ConfirmDialog>
    </>
  )
}

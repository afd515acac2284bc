import type { RoundAdminView } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsOwner } from '../../access/use-member.ts'
import { client } from '../../server/client.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { Button } from '../../shell/button.tsx'
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx'
import { toast } from '../../shell/toasts.ts'
import { useSayTime, useTimeZone } from '../time/use-say-time.ts'
import { readRows, rowsOf, type WindowRow } from './window-rows.ts'
import { WindowsEditor } from './windows-editor.tsx'
import styles from './windows-part.module.css'

/** When a round is played, and how that is changed: while it is a draft, or to come. */
export function WindowsPart({ round: { id, state, windows } }: { round: RoundAdminView }) {
  const { t } = useTranslation()
  const zone = useTimeZone()
  const sayTime = useSayTime()
  const isOwner = useIsOwner()
  const [rows, setRows] = useState<WindowRow[] | null>(null)
  const [checked, setChecked] = useState(false)
  const save = useStaffMutation({
    send: (input: ReturnType<typeof readRows>['windows']) =>
      client.staff.rounds.setWindows.mutate({ id, windows: input }),
    ownErrors: true,
    onDone() {
      setRows(null)
      toast({ kind: 'good', text: t('crew.rounds.windowsSaved') })
    },
  })
  const read = readRows(rows ?? [], zone)
  return (
    <div className={styles.part}>
      <h3 className={styles.title}>{t('crew.rounds.windows')}</h3>
      {windows.length === 0 && <p className={styles.muted}>{t('crew.rounds.windowsNone')}</p>}
      <ul className={styles.list}>
        {windows.map(window => (
          <li key={window.id}>
            <strong>{window.name}</strong> {sayTime(window.opensAt)} – {sayTime(window.closesAt)}
          </li>
        ))}
      </ul>
      {isOwner && (state === 'draft' || state === 'open') && (
        <Button
          className={styles.edit}
          onClick={() => {
            save.reset()
            setChecked(false)
            setRows(rowsOf(windows, zone))
          }}
        >
          {t('crew.rounds.editWindows')}
        </Button>
      )}
      <ConfirmDialog
        open={rows !== null}
        title={t('crew.rounds.windows')}
        confirm={t('crew.rounds.save')}
        busy={save.busy}
        error={save.errorText}
        onConfirm={() => {
          setChecked(true)
          if (read.problems.every(problem => problem === null)) save.run(read.windows)
        }}
        onClose={() => setRows(null)}
      >
        <WindowsEditor rows={rows ?? []} onChange={setRows} zone={zone} problems={checked ? read.problems : []} />
      </ConfirmDialog>
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { Button } from '../../shell/button.tsx'
import { UndoIcon } from '../../shell/icons.tsx'
import { Key } from '../key.tsx'
import type { Decision } from './decision-queue.ts'

/** Says what was decided last, and turns it around. */
export function UndoLast({ last, onUndo }: { last: Decision | null; onUndo: () => void }) {
  const { t } = useTranslation()
  if (!last) return null
  return (
    <Button look="quiet" aria-keyshortcuts="u" onClick={onUndo}>
      <UndoIcon />
      {t(last.what === 'show' ? 'crew.screening.undoShown' : 'crew.screening.undoHidden')}
      <Key>U</Key>
    </Button>
  )
}

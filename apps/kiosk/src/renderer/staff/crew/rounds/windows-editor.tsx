import { useTranslation } from 'react-i18next'
import { Button } from '../../shell/button.tsx'
import { Field } from '../../shell/field.tsx'
import { AddIcon, CloseIcon } from '../../shell/icons.tsx'
import { instantOf, type WallTime, wallTimeOf } from '../time/zoned-time.ts'
import { nextRow, type RowProblem, type WindowRow } from './window-rows.ts'
import styles from './windows-editor.module.css'

interface WindowsEditorProps {
  rows: WindowRow[]
  onChange: (rows: WindowRow[]) => void
  /** The contest's: times are meant there, wherever this device is. */
  zone: string
  problems: (RowProblem | null)[]
}

/** Windows as rows: name, from, to. */
export function WindowsEditor({ rows, onChange, zone, problems }: WindowsEditorProps) {
  const { t } = useTranslation()
  const nameOf = (row: WindowRow, i: number) => row.name || t('crew.rounds.windowNth', { n: i + 1 })
  const set = (i: number, part: Partial<WindowRow>) =>
    onChange(rows.map((row, at) => (at === i ? { ...row, ...part } : row)))
  const problemText = (problem: RowProblem | null | undefined) =>
    problem === 'missing' ? t('crew.rounds.timeMissing') : problem ? t(`error.${problem}`) : null
  /** What is meant by a time that does not exist there, or that there are two of. */
  function hint(wall: WallTime) {
    const instant = instantOf(wall, zone)
    if (instant?.kind === 'twice') return t('crew.rounds.timeTwice')
    if (instant?.kind === 'skipped') {
      return t('crew.rounds.timeGap', { time: wallTimeOf(instant.at, zone).replace('T', ' ') })
    }
  }
  return (
    <div className={styles.editor}>
      <p className={styles.muted}>{t('crew.rounds.windowsText', { zone })}</p>
      {rows.map((row, i) => (
        <fieldset key={row.id ?? `new ${i}`} className={styles.row}>
          <legend className="visually-hidden">{nameOf(row, i)}</legend>
          <Field
            label={t('crew.rounds.windowName')}
            value={row.name}
            onChange={event => set(i, { name: event.target.value })}
          />
          <Field
            type="datetime-local"
            label={t('crew.rounds.from')}
            hint={hint(row.from)}
            value={row.from}
            onChange={event => set(i, { from: event.target.value.slice(0, 16) })}
          />
          <Field
            type="datetime-local"
            label={t('crew.rounds.to')}
            hint={hint(row.to)}
            error={problemText(problems[i])}
            value={row.to}
            onChange={event => set(i, { to: event.target.value.slice(0, 16) })}
          />
          <Button look="quiet" onClick={() => onChange(rows.filter((_, at) => at !== i))}>
            <CloseIcon />
            {t('crew.rounds.removeWindow', { name: nameOf(row, i) })}
          </Button>
        </fieldset>
      ))}
      <Button
        onClick={() =>
          onChange([...rows, nextRow(rows, zone, t('crew.rounds.windowNth', { n: rows.length + 1 }), Date.now())])
        }
      >
        <AddIcon />
        {t('crew.rounds.addWindow')}
      </Button>
    </div>
  )
}

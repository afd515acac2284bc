import { type ReactNode, useId } from 'react'
import styles from './segmented.module.css'

interface SegmentedProps<T extends string> {
  legend: string
  /** The legend is only for screen readers: the choices explain themselves. */
  legendHidden?: boolean
  options: ReadonlyArray<{ value: T; label: ReactNode; lang?: string }>
  value: T
  onChange: (value: T) => void
}

/** One of a few. */
export function Segmented<T extends string>({ legend, legendHidden, options, value, onChange }: SegmentedProps<T>) {
  const name = useId()
  return (
    <fieldset className={styles.group}>
      <legend className={legendHidden ? 'visually-hidden' : styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {options.map(option => (
          <label key={option.value} className={styles.option} lang={option.lang}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

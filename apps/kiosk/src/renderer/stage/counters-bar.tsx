import type { Counters, Language } from '@dabble/api'
import styles from './counters-bar.module.css'
import { Say } from './say.tsx'

const shown = ['players', 'pictures', 'repeats', 'queue', 'picturesPerMinute'] as const

/** What the booth has done so far, in five numbers. */
export function CountersBar({ counters, language }: { counters: Counters; language: Language }) {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  return (
    <footer>
      <dl className={styles.counters}>
        {shown.map(name => (
          <div key={name}>
            <dd>{number.format(counters[name])}</dd>
            <dt>
              <Say message={`kiosk.counters.${name}`} values={{ count: counters[name] }} />
            </dt>
          </div>
        ))}
      </dl>
    </footer>
  )
}

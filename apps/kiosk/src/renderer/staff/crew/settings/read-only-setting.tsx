import styles from './setting.module.css'

/** What a setting is, for those who may not change it. */
export function ReadOnlySetting({ title, text, value }: { title: string; text: string; value: string }) {
  return (
    <div className={styles.setting}>
      <div>
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.text}>{text}</p>
      </div>
      <strong>{value}</strong>
    </div>
  )
}

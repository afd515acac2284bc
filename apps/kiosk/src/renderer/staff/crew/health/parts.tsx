import type { HealthView } from '@dabble/api'
import { currentLanguage } from '@dabble/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../section.tsx'
import { useSayTime } from '../time/use-say-time.ts'
import { sayBytes } from './bytes.ts'
import { Command } from './command.tsx'
import { Endpoints } from './endpoints.tsx'
import styles from './parts.module.css'

/** The parts of the box, one a line. */
export function Parts({ health }: { health: HealthView }) {
  const { t } = useTranslation()
  const sayTime = useSayTime()
  const size = (bytes: number) => sayBytes(bytes, currentLanguage())
  const { inference, disk, errors, lastBackupAt, upSince, version } = health
  return (
    <Section title={t('crew.health.title')} titleHidden>
      <dl className={styles.parts}>
        <Part name={t('crew.health.model')}>
          <strong>{t(inference.ready ? 'crew.health.ready' : 'crew.health.notReady')}</strong>
          <Endpoints inference={inference} />
        </Part>
        <Part name={t('crew.health.disk')}>
          <strong>{t('crew.health.diskFree', { size: size(disk.freeBytes) })}</strong>
          <span>
            {t('crew.health.diskUsed', { database: size(disk.databaseBytes), pictures: size(disk.picturesBytes) })}
          </span>
        </Part>
        <Part name={t('crew.health.errors')}>
          <strong>{errors.count || t('crew.health.noErrors')}</strong>
          {errors.newest && (
            <span>
              {t('crew.health.newestError', { time: sayTime(errors.newest.at) })}: <code>{errors.newest.text}</code>
            </span>
          )}
        </Part>
        <Part name={t('crew.health.backup')}>
          <strong>{lastBackupAt === null ? t('crew.health.never') : sayTime(lastBackupAt)}</strong>
          <span>{t('crew.health.backupHow')}</span>
          <Command text="npm run dabble -- backup" />
        </Part>
        <Part name={t('crew.health.up')}>
          <strong>{sayTime(upSince)}</strong>
        </Part>
        <Part name={t('crew.health.version')}>
          <strong>{version}</strong>
        </Part>
      </dl>
    </Section>
  )
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.part}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

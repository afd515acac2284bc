import type { StaffDeviceView } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../shell/button.tsx'
import { Loaded } from '../../shell/states.tsx'
import { Badge } from '../badge.tsx'
import { useDevices } from '../queries.ts'
import { Section } from '../section.tsx'
import { useSayTime } from '../time/use-say-time.ts'
import { NameDevice } from './name-device.tsx'
import styles from './rows.module.css'
import { UnpairDevice } from './unpair-device.tsx'

/** Every device that staff screens open on, and who has it unlocked. */
export function Devices() {
  const { t } = useTranslation()
  const query = useDevices()
  const sayTime = useSayTime()
  const [named, setNamed] = useState<StaffDeviceView | null>(null)
  return (
    <Section title={t('crew.team.devices')}>
      <Loaded query={query} lines={3}>
        {devices => (
          <ul className={styles.rows}>
            {devices.map(device => {
              const name = device.name || t('crew.team.unnamed')
              return (
                <li key={device.id} className={styles.row}>
                  <p className={styles.name}>
                    <bdi>{name}</bdi>{' '}
                    <span className={styles.muted}>
                      {t('crew.team.paired', { time: sayTime(device.pairedAt) })} ·{' '}
                      {device.member ? t('crew.team.usedBy', { name: device.member }) : t('crew.team.locked')}
                    </span>
                  </p>
                  {device.own && <Badge kind="good">{t('crew.team.thisDevice')}</Badge>}
                  <span className={styles.buttons}>
                    <Button aria-label={t('crew.team.nameDevice', { name })} onClick={() => setNamed(device)}>
                      {t('crew.team.rename')}
                    </Button>
                    <UnpairDevice device={device} name={name} />
                  </span>
                </li>
              )
            })}
          </ul>
        )}
      </Loaded>
      <NameDevice device={named} onClose={() => setNamed(null)} />
    </Section>
  )
}

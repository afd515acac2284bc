import { useTranslation } from 'react-i18next'
import type { ConnectBridge, ConnectState } from '../preload/bridge.ts'
import { AddressForm } from './address-form.tsx'
import { AwayStep } from './away-step.tsx'
import { Button } from './button.tsx'
import styles from './fingerprint.module.css'
import { Fingerprint } from './fingerprint.tsx'
import { Panel } from './panel.tsx'

/** Where the connection stands, and the one thing that staff can do about it. */
export function Step({ state: { link, box }, bridge }: { state: ConnectState; bridge: ConnectBridge }) {
  const { t } = useTranslation()
  const other = <Button onClick={() => void bridge.changeBox()}>{t('connect.other')}</Button>
  const trust = (fingerprint: string) => () => void bridge.trust(fingerprint)

  if (link.step === 'ask') return <AddressForm link={link} box={box} bridge={bridge} />
  if (link.step === 'away') return <AwayStep address={link.address} bridge={bridge} other={other} />
  if (link.step === 'certificate') {
    return (
      <Panel title={t('connect.certificate.title')} text={t('connect.certificate.text', { address: link.address })}>
        <Fingerprint label={t('connect.certificate.fingerprint')} value={link.fingerprint} />
        <Button look="big" onClick={trust(link.fingerprint)}>
          {t('connect.certificate.trust')}
        </Button>
        {other}
      </Panel>
    )
  }
  if (link.step === 'changed') {
    return (
      <Panel title={t('connect.changed.title')} text={t('connect.changed.text', { address: link.address })} alarm>
        <div className={styles.pair}>
          <Fingerprint label={t('connect.changed.trusted')} value={link.pinned} />
          <Fingerprint label={t('connect.changed.shown')} value={link.fingerprint} />
        </div>
        {other}
        <Button look="danger" onClick={trust(link.fingerprint)}>
          {t('connect.changed.trust')}
        </Button>
      </Panel>
    )
  }
  return (
    <Panel title={t('connect.looking.title')} text={t('connect.looking.text', { address: link.address })} busy>
      {link.step === 'looking' && other}
    </Panel>
  )
}

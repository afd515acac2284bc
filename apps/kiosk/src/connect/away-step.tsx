import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectBridge } from '../preload/bridge.ts'
import { Button } from './button.tsx'
import { Panel } from './panel.tsx'

/** The known box does not answer. Main asks on; whoever cannot wait may ask now. */
export function AwayStep({ address, bridge, other }: { address: string; bridge: ConnectBridge; other: ReactNode }) {
  const { t } = useTranslation()
  const [trying, setTrying] = useState(false)
  const retry = () => {
    if (trying) return
    setTrying(true)
    void bridge.retry().finally(() => setTrying(false))
  }
  return (
    <Panel title={t('connect.away.title')} text={t('connect.away.text', { address })} busy>
      <Button look="big" aria-disabled={trying || undefined} onClick={retry}>
        {trying ? t('connect.away.trying') : t('connect.away.retry')}
      </Button>
      {other}
    </Panel>
  )
}

import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Button } from './button.tsx'
import { Empty } from './states.tsx'

/** A screen that broke, or could not be fetched, leaves the menus standing and offers the way on. */
export function ScreenBoundary({ children }: { children: ReactNode }) {
  const [path] = useLocation()
  return <Boundary key={path}>{children}</Boundary>
}

class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const { t } = useTranslation()
  return (
    <Empty title={t('common.loadFailed')} text={t('staff.away.reload')}>
      <Button onClick={() => location.reload()}>{t('common.retry')}</Button>
    </Empty>
  )
}

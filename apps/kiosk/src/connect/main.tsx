import '@dabble/ui/theme.css'
import { detectLanguage, startI18n } from '@dabble/ui'
import { createRoot } from 'react-dom/client'
import type { ConnectBridge } from '../preload/bridge.ts'
import { App } from './app.tsx'

document.title = startI18n(detectLanguage()).t('connect.page')
createRoot(document.getElementById('root') as HTMLElement).render(
  <App bridge={window.dabbleConnect as ConnectBridge} />,
)

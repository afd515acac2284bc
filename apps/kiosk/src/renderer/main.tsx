import '@dabble/ui/theme.css'
import './stage.css'
import { startI18n } from '@dabble/ui'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { readSettings } from './settings.ts'

const settings = readSettings(location.search)
document.documentElement.dataset.theme = settings.theme
startI18n(settings.languages?.[0] ?? 'ko')

createRoot(document.getElementById('root') as HTMLElement).render(<App settings={settings} />)

import '@dabble/ui/theme.css'
import './base.css'
import { detectLanguage, startI18n } from '@dabble/ui'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { App } from './app.tsx'
import { preloadScreens } from './routes.ts'
import { queryClient } from './server/client.ts'

startI18n(detectLanguage())

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Router base="/staff">
        <App />
      </Router>
    </QueryClientProvider>
  </StrictMode>,
)

// One that cannot be fetched now is fetched when it is wanted.
preloadScreens().catch(() => {})

import { detectLanguage, startI18n } from '@dabble/ui'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { followTheme } from './player/theme.ts'
import { queryClient } from './server/client.ts'

followTheme()
startI18n(detectLanguage())

createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)

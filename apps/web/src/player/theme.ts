import { stored } from '../storage/stored.ts'

export type Theme = 'light' | 'dark'

/** Null follows the phone. `public/theme.js` reads it before the first paint. */
export const theme = stored('theme', (value): value is Theme => value === 'light' || value === 'dark')

/** Shows the chosen theme, in every tab, until the returned function is called. */
export function followTheme(): () => void {
  const show = () => {
    const chosen = theme.get()
    if (chosen) document.documentElement.dataset.theme = chosen
    else delete document.documentElement.dataset.theme
  }
  show()
  return theme.subscribe(show)
}

import type { Language } from '@dabble/api'

export interface Settings {
  /** Languages the screen takes turns in; null for those of the contest. */
  languages: Language[] | null
  theme: 'dark' | 'light'
}

/** What the screen's address asks for: `?lang=ko|en|both&theme=dark|light`. A stage is dark unless told otherwise. */
export function readSettings(search: string): Settings {
  const params = new URLSearchParams(search)
  const lang = params.get('lang')
  return {
    languages: lang === 'ko' || lang === 'en' ? [lang] : null,
    theme: params.get('theme') === 'light' ? 'light' : 'dark',
  }
}

import type { Language } from '@dabble/api'
import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Messages } from './messages/en.ts'
import { languages, messages } from './messages/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: Messages }
  }
}

const storageKey = 'dabble.language'

/** The language chosen on this device before, or else the first one of the browser's that the game speaks. */
export function detectLanguage(spoken: readonly Language[] = languages): Language {
  let stored: string | null = null
  try {
    stored = localStorage.getItem(storageKey)
  } catch {
    // Storage is blocked: the browser's languages decide.
  }
  for (const wish of [stored, ...(navigator.languages ?? [navigator.language])]) {
    const language = spoken.find(one => one === wish?.slice(0, 2).toLowerCase())
    if (language) return language
  }
  return spoken.includes('en') ? 'en' : (spoken[0] ?? 'en')
}

/** Starts the translations; synchronous, as both languages are part of the program. */
export function startI18n(language: Language): i18n {
  i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { ko: { translation: messages.ko }, en: { translation: messages.en } },
  })
  document.documentElement.lang = language
  return i18next
}

/** The language being spoken. */
export function currentLanguage(): Language {
  return languages.find(one => one === i18next.language) ?? 'en'
}

/** Switches at once and remembers the choice on this device. */
export function changeLanguage(language: Language): void {
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Storage is blocked: it holds until the page is left.
  }
}

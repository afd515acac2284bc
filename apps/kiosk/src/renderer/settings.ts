import type { Language } from '@dabble/api'
import type { Room } from './stage/code-side.ts'

export interface Settings {
  /** Languages the screen takes turns in; null for those that the crew has chosen. */
  languages: Language[] | null
  theme: 'dark' | 'light'
  room: Room
}

/** A common screen, and people who stand before it. */
const usual: Room = { distanceM: 2, diagonalInches: 55 }
const within = (text: string | null, least: number, most: number, otherwise: number): number => {
  const number = Number(text)
  return text && number >= least && number <= most ? number : otherwise
}

/**
 * What the screen's address asks for: `?lang=ko|en|both&theme=dark|light&distance=3.5&inches=75`. A stage is dark unless told
 * otherwise; `distance` is how far away people stand who scan the code, in metres, and `inches` the diagonal of the screen.
 */
export function readSettings(search: string): Settings {
  const params = new URLSearchParams(search)
  const lang = params.get('lang')
  return {
    languages: lang === 'ko' || lang === 'en' ? [lang] : lang === 'both' ? ['ko', 'en'] : null,
    theme: params.get('theme') === 'light' ? 'light' : 'dark',
    room: {
      distanceM: within(params.get('distance'), 0.5, 20, usual.distanceM),
      diagonalInches: within(params.get('inches'), 5, 500, usual.diagonalInches),
    },
  }
}

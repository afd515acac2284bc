import type { Language } from '../../packages/api/src/index.ts'

export interface Look {
  name: string
  language: Language
  theme: 'dark' | 'light'
  /** Who holds the phone. */
  nickname: string
  /** What nobody else has sent: it is seen being drawn. */
  prompt: string
}

const look = (language: Language, theme: Look['theme'], nickname: string, prompt: string): Look => ({
  name: `${language}-${theme}`,
  language,
  theme,
  nickname,
  prompt,
})

export const looks: Look[] = [
  look('ko', 'dark', '연못지기', '밤에 물 위를 떠가는 오리'),
  look('ko', 'light', '아침 오리', '아침 호수에 오리 두 마리'),
  look('en', 'dark', 'Night Swan', 'a lonely swan at night'),
  look('en', 'light', 'Early Duck', 'a duck swimming in the morning'),
]

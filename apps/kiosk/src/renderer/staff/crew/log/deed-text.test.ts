import { messages } from '@dabble/ui/messages'
import { createInstance, type TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { authorText, deedText } from './deed-text.ts'
import { reasonText } from './reason-text.ts'

const say = (lng: 'en' | 'ko') => {
  const i18n = createInstance()
  const resources = { ko: { translation: messages.ko }, en: { translation: messages.en } }
  i18n.init({ lng, initAsync: false, interpolation: { escapeValue: false }, resources })
  return i18n.t as TFunction
}
const [en, ko] = [say('en'), say('ko')]

test('a deed is a sentence in both languages', () => {
  const row = { action: 'player.disqualify', subjectName: '오리 <3' } as const
  expect(deedText(en, row)).toBe('disqualified 오리 <3')
  expect(deedText(ko, row)).toBe('오리 <3 님을 실격 처리했어요')
})

test('who has lost their name is not called null', () => {
  expect(deedText(en, { action: 'player.erase', subjectName: null })).toBe('erased a player who has left')
  expect(deedText(en, { action: 'picture.hide', subjectName: null })).toBe('hid a picture')
  expect(deedText(ko, { action: 'settings.change', subjectName: null })).toBe('설정을 바꿨어요')
})

test('nobody of the crew can be mistaken for the game itself', () => {
  expect(['Mina', 'player', 'system'].map(author => authorText(en, author))).toEqual(['Mina', 'The player', 'Dabble'])
})

test('what was set is told in the words of the settings screen', () => {
  const said = (t: TFunction, reason: string) =>
    reasonText(t, { action: 'settings.change', author: 'Mina', subjectName: null, reason })
  expect(said(en, 'minGapMs: 3000 → 10000, captcha: off → every')).toBe(
    'Pause between two entries: 3 seconds → 10 seconds, Robot check: Never → Every entry',
  )
  expect(said(ko, 'screening: false → true')).toBe('새 그림: 바로 공개 → 확인 후 공개')
  expect(said(en, 'name: Ducks, swans → Pond: 1, 2')).toBe('Name of the contest: Ducks, swans → Pond: 1, 2')
})

test('a reason that the sentence has said already is not said again', () => {
  const row = { action: 'crew.add', author: 'Mina', subjectName: 'Bo', reason: 'staff' } as const
  expect(reasonText(ko, row)).toBe('스태프')
  expect(reasonText(en, { ...row, action: 'crew.remove', reason: 'Bo' })).toBeNull()
  expect(reasonText(en, { ...row, action: 'player.mute', reason: 'my staff said so' })).toBe('my staff said so')
})

import { cleanText } from '@dabble/api'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nicknameKey } from './nickname.ts'

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map(point => String.fromCharCode(point))

describe('a nickname key', () => {
  it.each([
    ['Ｋｉｍ', 'kim'],
    ['раураl', 'paypal'],
    ['РАУРАL', 'PayPal'],
    ['КІМ', 'Kim'],
    ['Ηello', 'hello'],
    ['paypaI', 'paypal'],
    ['pаypа1', 'paypal'],
    ['R00T', 'root'],
    ['Arny', 'Amy'],
    ['STRASSE', 'straße'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['НАТАША', 'наташа'],
    ['Élodie', 'e\u0301lodie'],
    ['ё', 'Ё'],
    ['김 철수', '김철수'],
    ['ﾡ', 'ㄱ'],
    ['가', '\u1100\u1161'],
    ['❤\uFE0F', '❤'],
    ['Dev\u200bRel', 'devrel'],
    ['ﬁnn', 'Finn'],
    ['𝓚𝓲𝓶', 'kim'],
  ])('is the same for %s and %s', (a, b) => {
    expect(nicknameKey(a)).toBe(nicknameKey(b))
  })

  it.each([
    ['가', '나'],
    ['각', '간'],
    ['까', '가'],
    ['김철수', '김철호'],
    ['kim', 'kin'],
    ['Nina', 'Viva'],
    ['élodie', 'elodie'],
    ['duck', 'ducks'],
    ['백조', '오리'],
    ['🦆', '🦢'],
    ['user2', 'user3'],
  ])('differs for %s and %s', (a, b) => {
    expect(nicknameKey(a)).not.toBe(nicknameKey(b))
  })

  it('comes from any text, and is its own key', () => {
    fc.assert(
      fc.property(anyText, text => {
        const key = nicknameKey(text)
        expect(nicknameKey(key)).toBe(key)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is its own key for every single character', () => {
    const unstable: string[] = []
    for (let point = 0; point < 0x20000; point += 1) {
      const key = nicknameKey(String.fromCodePoint(point))
      if (nicknameKey(key) !== key) unstable.push(point.toString(16))
    }
    expect(unstable).toEqual([])
  })

  it('knows no case and no invisible characters', () => {
    const invisible = fc.constantFrom('\u200b', '\u202e', '\ufe0f', '\u00ad', '\u3164', ' ')
    fc.assert(
      fc.property(anyText.map(cleanText), invisible, fc.nat(), (name, hidden, at) => {
        const letters = [...name]
        const disguised = letters.toSpliced(at % (letters.length + 1), 0, hidden).join('')
        expect(nicknameKey(disguised)).toBe(nicknameKey(name))
        expect(nicknameKey(name.toUpperCase())).toBe(nicknameKey(name))
      }),
      { numRuns: 1_000 },
    )
  })

  it('keeps Korean names apart', () => {
    const name = fc.array(syllable, { minLength: 1, maxLength: 20 }).map(syllables => syllables.join(''))
    fc.assert(
      fc.property(name, name, (a, b) => {
        fc.pre(a !== b)
        expect(nicknameKey(a)).not.toBe(nicknameKey(b))
      }),
    )
    const keys = new Set<string>()
    for (let point = 0xac00; point <= 0xd7a3; point += 1) keys.add(nicknameKey(String.fromCharCode(point)))
    expect(keys.size).toBe(0xd7a3 - 0xac00 + 1)
  })
})

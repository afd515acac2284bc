import { expect, test } from 'vitest'
import { everydayPrompts } from './everyday-prompts.ts'

const isKorean = (prompt: string) => /\p{Script=Hangul}/u.test(prompt)

test('prompts are in the languages a bundle understands, none twice, and none is about the usual targets', () => {
  const [english, korean, both, neither] = [['en'], ['ko'], ['ko', 'en'], ['de']].map(everydayPrompts) as string[][]
  expect(english?.some(isKorean)).toBe(false)
  expect(korean?.every(isKorean)).toBe(true)
  expect(both?.toSorted()).toEqual([...(english ?? []), ...(korean ?? [])].toSorted())
  expect(neither).toHaveLength(both?.length as number)
  expect(new Set(both).size).toBe(both?.length)
  expect(both?.filter(prompt => /duck|swan|오리|백조/.test(prompt))).toEqual([])
})

test('the first ones are already in both', () => {
  const first = everydayPrompts(['en', 'ko']).slice(0, 20)
  expect(first.filter(isKorean)).toHaveLength(10)
})

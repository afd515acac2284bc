import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Drawing, planBundle, planRound } from './plan.ts'

const pictures = fc.integer({ min: 12, max: 500 })
const noiseSeed = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const prompts = fc.uniqueArray(fc.constantFrom('a duck', 'a swan', '오리와 백조', 'A cat '), {
  minLength: 1,
  maxLength: 3,
})
const languages = fc.constantFrom(['en'], ['ko'], ['en', 'ko'], ['de'])

const of = (plan: Drawing[], kind: Drawing['kind']) => plan.filter(drawing => drawing.kind === kind)
const keys = (plan: Drawing[]) => plan.map(({ prompt, seed }) => `${seed} ${prompt.trim().toLowerCase()}`)

test('a round: misses in its own noise first, its prompt in every noise but its own, no picture twice', () => {
  fc.assert(
    fc.property(pictures, noiseSeed, prompts, languages, (count, seed, wanted, spoken) => {
      const plan = planRound({ pictures: count, noiseSeed: seed, prompts: wanted, languages: spoken })
      expect(plan).toHaveLength(count)
      expect(new Set(keys(plan)).size).toBe(count)
      expect(plan.every(drawing => drawing.seed >= 0 && drawing.seed < 2 ** 32)).toBe(true)
      expect(of(plan, 'same').some(drawing => drawing.seed === seed)).toBe(false)
      expect(of(plan, 'same').length).toBeGreaterThanOrEqual(4)
      const misses = of(plan, 'mismatch')
      expect(misses.slice(0, 40).every(drawing => drawing.seed === seed)).toBe(true)
      expect(misses.some(({ prompt }) => wanted.some(text => text.trim().toLowerCase() === prompt))).toBe(false)
    }),
  )
})

test('a bundle: targets in four noises each, no picture twice', () => {
  fc.assert(
    fc.property(pictures, languages, (count, spoken) => {
      const plan = planBundle(count, spoken, i => `a duck with ${i} swans`)
      expect(plan).toHaveLength(count)
      expect(new Set(keys(plan)).size).toBe(count)
      const groups = Object.values(Object.groupBy(of(plan, 'same'), ({ group }) => String(group)))
      expect(groups.every(group => group?.length === 4 && new Set(group.map(({ prompt }) => prompt)).size === 1)).toBe(
        true,
      )
      expect(of(plan, 'mismatch').length).toBeGreaterThan(0)
    }),
  )
})

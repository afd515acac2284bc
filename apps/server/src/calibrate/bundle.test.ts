import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BundleManifest, pocketDir, readBundleManifest } from '@dabble/ml/bundle'
import { fitCalibration } from '@dabble/ml/calibration'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../game/testing/fixture.ts'
import { bundlePlan } from './bundle-subject.ts'
import { writeIntoBundle } from './pin.ts'

const isKorean = (text: string) => /\p{Script=Hangul}/u.test(text)

test('targets of a bundle are in languages it understands, or as they were given', () => {
  const promptsFor = (languages: string[], ...given: string[]) =>
    bundlePlan({ languages } as BundleManifest, given, 300).flatMap(({ kind, prompt }) =>
      kind === 'same' ? prompt : [],
    )
  expect(promptsFor(['en']).some(isKorean)).toBe(false)
  expect(promptsFor(['ko']).every(isKorean)).toBe(true)
  expect(new Set(promptsFor(['en', 'ko']).map(isKorean)).size).toBe(2)
  expect(new Set(promptsFor(['en'], 'a house', 'a tree'))).toEqual(new Set(['a house', 'a tree']))
})

test('a curve that is written into a bundle changes its calibration and nothing else, not even its id', async () => {
  const folder = temporaryFolder()
  cpSync(join(pocketDir, 'bundle.json'), join(folder, 'bundle.json'))
  const before = readBundleManifest(folder)
  const fit = fitCalibration({ mismatch: [0.1, 0.2, 0.3], same: [0.8, 0.9] })
  await writeIntoBundle(folder, fit)
  const after = readBundleManifest(folder)
  expect(after).toEqual({ ...before, calibration: fit })
  expect(readdirSync(folder)).toEqual(['bundle.json'])
  expect(readFileSync(join(folder, 'bundle.json'), 'utf8')).toMatch(/\n\}\n$/)
})

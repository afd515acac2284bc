import { pocketDir, readBundleManifest } from '@dabble/ml/bundle'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLog, round } from '../db/schema.ts'
import { createRound } from '../game/round.ts'
import { calibrateRound } from '../game/staff/rounds/calibrate-round.ts'
import { createFixture } from '../game/testing/fixture.ts'
import { pinOnRound } from './pin.ts'
import { type RoundOrder, roundSubject } from './round-subject.ts'

const manifest = readBundleManifest(pocketDir)
const order: RoundOrder = { round: null, prompts: [], pictures: 12, apply: false }
const knots: [number, number][] = [
  [-1, -200],
  [0.3, 0],
  [0.9, 95],
  [1, 100],
]

/** An open round and so many drafts of the same kind. */
function gameWith(drafts: number, target: { targetPrompt?: string | null } = {}) {
  const fixture = createFixture({ bundleId: manifest.id, targetPrompt: 'a secret duck', ...target })
  const { id: _, ...like } = fixture.round
  const made = Array.from({ length: drafts }, (_, i) =>
    createRound(fixture.db, { ...like, state: 'draft', openedAt: null }, fixture.now + i),
  )
  return { ...fixture, drafts: made }
}

test('the one draft is meant; without one, the round that is being played, to look at only', () => {
  const { db, round: open, drafts } = gameWith(1)
  expect(roundSubject(db, manifest, order).round.id).toBe(drafts[0]?.id)
  expect(roundSubject(db, manifest, { ...order, round: open.id }).round.id).toBe(open.id)
  const played = gameWith(0)
  expect(roundSubject(played.db, manifest, order).round.id).toBe(played.round.id)
  expect(() => roundSubject(played.db, manifest, { ...order, apply: true })).toThrow(
    /is open, and its calibration was pinned/,
  )
})

test('what cannot be calibrated is refused before anything is drawn, in a line that never tells the prompt', () => {
  const { db, round: open } = gameWith(2)
  const refusal = (more: Partial<RoundOrder>, bundle = manifest) => {
    try {
      roundSubject(db, bundle, { ...order, ...more })
    } catch (error) {
      return (error as Error).message
    }
    throw new Error('was not refused')
  }
  const refusals = [
    [refusal({}), /several drafts; choose one with --round/],
    [refusal({ round: 'none' }), /There is no round none/],
    [refusal({ round: open.id, prompts: ['a duck'] }), /Leave --prompt out/],
    [refusal({ round: open.id }, { ...manifest, id: 'other@0' }), /belongs to the bundle pocket@/],
  ] as const
  for (const [message, expected] of refusals) {
    expect(message).toMatch(expected)
    expect(message).not.toContain('secret')
  }
})

test('an uploaded target needs prompts that come near it', () => {
  const { db } = gameWith(1, { targetPrompt: null })
  expect(() => roundSubject(db, manifest, order)).toThrow(/was uploaded.*--prompt/)
  const { plan } = roundSubject(db, manifest, { ...order, prompts: ['a duck', 'a swan'] })
  expect(plan.flatMap(({ kind, prompt }) => (kind === 'same' ? prompt : []))).toEqual([
    'a duck',
    'a swan',
    'a duck',
    'a swan',
  ])
})

test('a draft gets the curve, with a line in the log; a round that was opened meanwhile keeps its own', () => {
  const { db, file, round: open, drafts, now } = gameWith(1)
  const [draft] = drafts
  pinOnRound(file, draft?.id as string, { knots, measured: {} as never })
  const calibrationOf = (id: string) => db.select().from(round).where(eq(round.id, id)).get()?.calibration
  expect(calibrationOf(draft?.id as string)).toEqual(knots)
  expect(db.select().from(auditLog).all()).toMatchObject([
    { author: 'system', action: 'round.calibrate', subject: draft?.id },
  ])
  expect(() => pinOnRound(file, open.id, { knots, measured: {} as never })).toThrow(/keeps the calibration it has/)
  const deed = { id: open.id, author: 'kim', reason: '', now }
  expect(() => calibrateRound(db, deed, knots)).toThrow()
  expect(calibrationOf(open.id)).toEqual(open.calibration)
})

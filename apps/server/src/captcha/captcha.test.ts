import { createHmac } from 'node:crypto'
import { createChallenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/scrypt'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CaptchaChallenge, createCaptcha } from './captcha.ts'

const now = Date.UTC(2025, 9, 1)
const use = { playerId: 'player-1', action: 'entry', now }
const captcha = createCaptcha({ secret: 'a booth secret', difficulty: 8 })

const encode = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString('base64')

async function solve(challenge: CaptchaChallenge) {
  const solution = await solveChallenge({ challenge, deriveKey })
  if (!solution) throw new Error('not solved')
  return { challenge, solution }
}

/** The same, with all names in another order. */
const reversed = (value: unknown): unknown =>
  value && typeof value === 'object'
    ? Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, part]) => [name, reversed(part)]),
      )
    : value

/** Solved once; the tests vary copies of it. */
const honest = await solve(await captcha.issue(use))
const copy = () => structuredClone(honest)

describe('an honest solution', () => {
  it('is accepted, names its challenge and when that may be forgotten', async () => {
    expect(await captcha.check(encode(honest), use)).toEqual({
      ok: true,
      id: honest.challenge.parameters.nonce,
      expiresAt: now + 300_000,
    })
  })

  it('survives a restart and fits the size limit many times over', async () => {
    const restarted = createCaptcha({ secret: Buffer.from('a booth secret') })
    expect(await restarted.check(encode(honest), use)).toMatchObject({ ok: true })
    expect(encode(honest).length).toBeLessThan(1_500)
  })

  it('has the same id however it is written, so that it can be spent once only', async () => {
    const { challenge, solution } = honest
    const rewritten = [
      { solution, challenge: { signature: challenge.signature, parameters: challenge.parameters } },
      { challenge, solution: { ...solution, time: 12345.6, extra: 'x' } },
      { challenge, solution: { ...solution, counter: solution.counter + 1 } },
      { challenge: reversed(challenge), solution: reversed(solution) },
    ]
    const strings = [
      encode(honest),
      ...rewritten.map(encode),
      Buffer.from(JSON.stringify(honest, null, 3)).toString('base64url'),
      ` ${encode(honest)}\n`,
    ]
    const verdicts = await Promise.all(strings.map(text => captcha.check(text, use)))
    expect(new Set(verdicts.map(v => (v.ok ? v.id : v.reason)))).toEqual(new Set([challenge.parameters.nonce]))
  })

  it('never shares its id with another challenge', async () => {
    const issued = await Promise.all(Array.from({ length: 50 }, () => captcha.issue(use)))
    expect(new Set(issued.map(challenge => challenge.parameters.nonce)).size).toBe(50)
  })
})

describe('a dishonest one', () => {
  it.each([
    ['swapped', { ...use, playerId: 'player-2' }],
    ['swapped', { ...use, action: 'join' }],
    ['expired', { ...use, now: now + 300_000 }],
  ] as const)('is %s', async (reason, elsewhere) => {
    expect(await captcha.check(encode(honest), elsewhere)).toEqual({ ok: false, reason })
  })

  it.each([-1, 0.5, 2 ** 32])('counts to %d', counter => {
    const { challenge, solution } = honest
    expect(captcha.check(encode({ challenge, solution: { ...solution, counter } }), use)).toEqual({
      ok: false,
      reason: 'invalid',
    })
  })

  it('was signed by somebody else', async () => {
    const stranger = createCaptcha({ secret: 'another secret', difficulty: 8 })
    const solved = await solve(await stranger.issue(use))
    expect(await captcha.check(encode(solved), use)).toEqual({ ok: false, reason: 'forged' })
  })

  const tampered: Record<string, unknown>[] = [
    { cost: 2 },
    { memoryCost: 1 },
    { parallelism: 2 },
    { keyLength: 1 },
    { keyPrefix: '00' },
    { salt: '00' },
    { nonce: '00'.repeat(16) },
    { keySignature: '00'.repeat(32) },
    { data: { playerId: 'player-1', action: 'entry', difficulty: 8, issuedAt: now, expiresAt: now + 1e9 } },
    { data: { playerId: 'player-1', action: 'entry', difficulty: 1, issuedAt: now, expiresAt: now + 300_000 } },
    { data: { playerId: 'player-2', action: 'entry', difficulty: 8, issuedAt: now, expiresAt: now + 300_000 } },
  ]
  it.each(tampered)('changed %o', async change => {
    const payload = copy()
    Object.assign(payload.challenge.parameters, change)
    const changedUse = { ...use, playerId: String(payload.challenge.parameters.data?.playerId) }
    expect(await captcha.check(encode(payload), changedUse)).toEqual({ ok: false, reason: 'forged' })
  })

  it.each(['keySignature', 'data', 'keyPrefix', 'algorithm'])('left out %s', async name => {
    const payload = copy()
    Reflect.deleteProperty(payload.challenge.parameters, name)
    expect(await captcha.check(encode(payload), use)).toEqual({ ok: false, reason: 'invalid' })
  })

  it('added a parameter that ALTCHA would act upon', async () => {
    const payload = copy()
    Object.assign(payload.challenge.parameters, { expiresAt: 1 })
    expect(await captcha.check(encode(payload), use)).toEqual({ ok: false, reason: 'invalid' })
  })

  it('did no work: counter 0 with its own honest key, or with the prefix as the key', async () => {
    const { challenge } = honest
    const { nonce, salt, keyPrefix } = challenge.parameters
    const password = Buffer.concat([Buffer.from(nonce, 'hex'), Buffer.alloc(4)])
    const { derivedKey } = await deriveKey(challenge.parameters, Buffer.from(salt, 'hex'), password)
    for (const key of [Buffer.from(derivedKey).toString('hex'), keyPrefix, keyPrefix + '00'.repeat(16), '00', '']) {
      const verdict = await captcha.check(encode({ challenge, solution: { counter: 0, derivedKey: key } }), use)
      expect(verdict).toEqual({ ok: false, reason: 'invalid' })
    }
  })

  it('uses a challenge with an easy prefix that lacks the key signature, signed with the right secret', async () => {
    const key = createHmac('sha256', 'a booth secret').update('dabble captcha challenge').digest('hex')
    const easy = await createChallenge({
      algorithm: 'SCRYPT',
      cost: 512,
      memoryCost: 8,
      parallelism: 1,
      keyPrefix: '0',
      deriveKey,
      hmacSignatureSecret: key,
      data: { playerId: 'player-1', action: 'entry', difficulty: 8, issuedAt: now, expiresAt: now + 300_000 },
    })
    expect(await captcha.check(encode(await solve(easy)), use)).toEqual({ ok: false, reason: 'invalid' })
  })
})

describe('junk', () => {
  it('is invalid, never an exception', async () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6_000 }),
      fc.json().map(text => Buffer.from(text).toString('base64')),
      fc.base64String({ maxLength: 5_000 }),
    )
    await fc.assert(
      fc.asyncProperty(junk, async text => {
        expect(await captcha.check(text, use)).toEqual({ ok: false, reason: 'invalid' })
      }),
    )
  })

  it('in any one place of an honest solution never passes', async () => {
    const paths = [
      'algorithm',
      'nonce',
      'salt',
      'cost',
      'memoryCost',
      'parallelism',
      'keyLength',
      'keyPrefix',
      'keySignature',
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.jsonValue(), async (path, value) => {
        const payload = copy()
        fc.pre(JSON.stringify(Reflect.get(payload.challenge.parameters, path)) !== JSON.stringify(value))
        Reflect.set(payload.challenge.parameters, path, value)
        expect(await captcha.check(encode(payload), use)).toMatchObject({ ok: false })
      }),
    )
  })

  it('over 4 KiB is refused unread', async () => {
    const padded = encode({ ...honest, solution: { ...honest.solution, padding: 'x'.repeat(4_000) } })
    expect(await captcha.check(padded, use)).toEqual({ ok: false, reason: 'invalid' })
  })
})

import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Box } from '../store/store.ts'
import { createLink } from './link.ts'
import { type Found, pageTitle, readAnswer } from './probe.ts'

const lan = 'http://192.168.0.7:3000'
const secure = 'https://192.168.0.7:3000'
let answers: Record<string, Found | ((box: Box) => Found)>
let asked: Box[]
let saved: Box[]

const open = (remembered: Box | null = null) =>
  createLink(
    {
      probe: async box => {
        asked.push(box)
        const answer = answers[box.origin] ?? { kind: 'away' }
        return typeof answer === 'function' ? answer(box) : answer
      },
      paired: box => saved.push(box),
      changed: () => {},
    },
    remembered,
  )

beforeEach(() => {
  vi.useFakeTimers()
  answers = {}
  asked = []
  saved = []
})
afterEach(() => void vi.useRealTimers())

it('an address without a scheme is tried over https first, and the one that answers is remembered', async () => {
  answers[lan] = { kind: 'box', origin: lan }
  const link = open()
  await link.start()
  expect(link.state()).toEqual({ step: 'ask', address: '', problem: null })
  await link.connect('192.168.0.7:3000')
  expect(asked.map(box => box.origin)).toEqual([secure, lan])
  expect(link.state()).toEqual({ step: 'connected', address: lan })
  expect(saved).toEqual([{ origin: lan, pin: null }])
})

it('the address that the box sends its guests to is the one that counts', async () => {
  answers[lan] = { kind: 'box', origin: 'https://dabble.example' }
  const link = open()
  await link.connect(lan)
  expect(saved).toEqual([{ origin: 'https://dabble.example', pin: null }])
})

it.each<[string, string, Found | null]>([
  ['invalid', 'no such thing', null],
  ['unreachable', lan, { kind: 'away' }],
  ['other', lan, { kind: 'other' }],
])('says what is wrong with an address: %s', async (problem, typed, found) => {
  if (found) answers[lan] = found
  const link = open()
  await link.connect(typed)
  expect(link.state()).toEqual({ step: 'ask', address: typed, problem })
  expect(saved).toEqual([])
})

it('a certificate that nobody vouches for is pinned when staff trust it, and only the one they saw', async () => {
  answers[secure] = ({ pin }) =>
    pin === 'AA:BB' ? { kind: 'box', origin: secure } : { kind: 'certificate', origin: secure, fingerprint: 'AA:BB' }
  const link = open()
  await link.connect('192.168.0.7:3000')
  expect(link.state()).toEqual({ step: 'certificate', address: secure, fingerprint: 'AA:BB' })
  await link.trust('CC:DD')
  expect(saved).toEqual([])
  await link.trust('AA:BB')
  expect(saved).toEqual([{ origin: secure, pin: 'AA:BB' }])
  expect(link.state().step).toBe('connected')
})

it('a box whose certificate changed is refused until staff trust the new one or the old one is back', async () => {
  const box = { origin: secure, pin: 'AA:BB' }
  answers[secure] = { kind: 'certificate', origin: secure, fingerprint: 'CC:DD' }
  const link = open(box)
  await link.start()
  expect(link.state()).toEqual({ step: 'changed', address: secure, pinned: 'AA:BB', fingerprint: 'CC:DD' })
  answers[secure] = { kind: 'box', origin: secure }
  await vi.advanceTimersByTimeAsync(1000)
  expect(link.state().step).toBe('connected')
  expect(saved).toEqual([])
})

it('a known box that is away is asked again by itself until it is back, at most ten seconds apart', async () => {
  const link = open({ origin: lan, pin: null })
  await link.start()
  expect(link.state()).toEqual({ step: 'away', address: lan })
  await vi.advanceTimersByTimeAsync(120_000)
  const before = asked.length
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked.length).toBe(before + 1)
  answers[lan] = { kind: 'box', origin: lan }
  await vi.advanceTimersByTimeAsync(10_000)
  expect(link.state()).toEqual({ step: 'connected', address: lan })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked.length).toBe(before + 2)
})

it('a page that could not be loaded makes it look; staff can make it look at once', async () => {
  answers[lan] = { kind: 'box', origin: lan }
  const link = open({ origin: lan, pin: null })
  await link.start()
  for (let times = 0; times < 3; times++) {
    link.lost()
    expect(link.state()).toEqual({ step: 'away', address: lan })
    // Not at once: a page that fails on a box that answers would be asked for in a circle.
    await vi.advanceTimersByTimeAsync(900)
    expect(link.state().step).toBe('away')
    await vi.advanceTimersByTimeAsync(1_200)
    expect(link.state().step).toBe('connected')
  }
  answers[lan] = { kind: 'away' }
  link.lost()
  answers[lan] = { kind: 'box', origin: lan }
  await link.retry()
  expect(link.state().step).toBe('connected')
})

it('a known box that moved is not followed without staff', async () => {
  answers[lan] = { kind: 'box', origin: 'http://evil.example' }
  const link = open({ origin: lan, pin: null })
  await link.start()
  expect(link.state()).toEqual({ step: 'ask', address: 'http://evil.example', problem: 'moved' })
  expect(saved).toEqual([])
})

it('an answer to an earlier question does not undo a later wish', async () => {
  const link = open({ origin: lan, pin: null })
  answers[lan] = { kind: 'box', origin: lan }
  const late = link.start()
  link.changeBox()
  await late
  expect(link.state()).toEqual({ step: 'ask', address: lan, problem: null })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(link.state().step).toBe('ask')
})

it('a box that sends plain guests to its own certificate is paired at the address where that is', async () => {
  const certificate: Found = { kind: 'certificate', origin: secure, fingerprint: 'AA:BB' }
  answers[lan] = certificate
  answers[secure] = ({ pin }) => (pin === 'AA:BB' ? { kind: 'box', origin: secure } : certificate)
  const link = open()
  await link.connect(lan)
  expect(link.state()).toEqual({ step: 'certificate', address: secure, fingerprint: 'AA:BB' })
  await link.trust('AA:BB')
  expect(saved).toEqual([{ origin: secure, pin: 'AA:BB' }])
})

it('tells the game from anything else that answers', () => {
  const url = `${lan}/kiosk/`
  expect(readAnswer({ status: 200, url, title: pageTitle })).toEqual({ kind: 'box', origin: lan })
  expect(readAnswer({ status: 200, url, title: 'Router' })).toEqual({ kind: 'other' })
  expect(readAnswer({ status: 404, url, title: pageTitle })).toEqual({ kind: 'other' })
  expect(readAnswer({ status: 200, url: `${lan}/login`, title: pageTitle })).toEqual({ kind: 'other' })
  expect(readAnswer({ status: 503, url, title: '' })).toEqual({ kind: 'away' })
  const page = readFileSync(new URL('../../renderer/index.html', import.meta.url), 'utf8')
  expect(page).toContain(`<title>${pageTitle}</title>`)
})

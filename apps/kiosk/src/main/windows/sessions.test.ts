import { expect, it, vi } from 'vitest'
import { fakeElectron } from '../../../test/fake-electron.ts'
import { createSessions } from './sessions.ts'

const origin = 'https://192.168.0.7:3000'
const sha256 = (byte: string) => `sha256/${Buffer.from(byte.repeat(32), 'hex').toString('base64')}`
const readable = (byte: string) => Array(32).fill(byte).join(':')
const box = { origin, pin: readable('AA') }

function open() {
  const { electron, sessions } = fakeElectron({ folder: '/nowhere' })
  const probes = new Set<number>()
  const all = createSessions(electron, '/nowhere', id => probes.has(id))
  const handler = (partition: string, name: string) =>
    sessions.get(partition)?.handlers[name] as (...args: unknown[]) => unknown
  const last = () => [...sessions.keys()].at(-1) as string
  /** Electron's codes: 0 accepts, -2 refuses, -3 leaves it to Chromium. */
  function shows(byte: string, errorCode: number, hostname = '192.168.0.7') {
    const decide = vi.fn()
    handler(last(), 'certificate')({ hostname, errorCode, certificate: { fingerprint: sha256(byte) } }, decide)
    return decide.mock.calls[0]?.[0]
  }
  return { all, sessions, probes, shows, request: () => handler(last(), 'request') }
}

it('one pairing has one session; another box, or another trusted certificate, has another', () => {
  const { all, sessions } = open()
  expect(all.for(box)).toBe(all.for({ ...box }))
  for (const other of [null, { ...box, pin: null }, { ...box, pin: readable('BB') }, { ...box, origin: 'https://x' }]) {
    expect(all.for(other)).not.toBe(all.for(box))
  }
  expect(sessions.size).toBe(5)
  expect([...sessions.keys()].filter(name => !name.startsWith('persist:'))).toEqual(['local'])
})

it('the pinned certificate is taken, another one is not and is named', () => {
  const { all, shows } = open()
  const session = all.for(box)
  expect(shows('AA', -202)).toBe(0)
  expect(session.refused()).toBeNull()
  expect(shows('BB', -202)).toBe(-2)
  expect(session.refused()).toBe(readable('BB'))
  expect(shows('BB', 0)).toBe(-2)
  expect(shows('AA', 0)).toBe(0)
  expect(session.refused()).toBeNull()
})

it('before any pin Chromium decides, and what staff may trust is remembered', () => {
  const { all, shows } = open()
  const session = all.for({ origin, pin: null })
  expect(shows('AA', 0)).toBe(-3)
  expect(session.refused()).toBeNull()
  expect(shows('AA', -202)).toBe(-3)
  expect(session.refused()).toBe(readable('AA'))
  // Revoked: nothing to trust.
  expect(shows('AA', -206)).toBe(-3)
  expect(session.refused()).toBeNull()
})

it('a probe loads a page from anywhere on the web, and nothing that belongs to it', () => {
  const { all, probes, request } = open()
  all.for(box)
  probes.add(7)
  const ask = (webContentsId: number, url: string, resourceType: string) => {
    const decide = vi.fn()
    request()({ url, resourceType, webContentsId }, decide)
    return decide.mock.calls[0]?.[0].cancel
  }
  expect(ask(7, 'https://dabble.example/kiosk/', 'mainFrame')).toBe(false)
  expect(ask(7, 'https://dabble.example/a.js', 'script')).toBe(true)
  expect(ask(8, 'https://dabble.example/kiosk/', 'mainFrame')).toBe(true)
  expect(ask(8, `${origin}/kiosk/`, 'mainFrame')).toBe(false)
})

import { expect, it } from 'vitest'
import { judgeCertificate, mayBePinned, readableFingerprint } from './certificate.ts'

const hostname = '192.168.0.7'
const pin = { hostname, fingerprint: 'AA:BB' }
const shown = (errorCode: number, fingerprint = 'AA:BB') => ({ hostname, errorCode, fingerprint })
const [trusted, wrongName, outdated, selfSigned, revoked] = [0, -200, -201, -202, -206]

it('without a pin Chromium decides', () => {
  expect(judgeCertificate(shown(trusted), null)).toBe('chromium')
  expect(judgeCertificate(shown(selfSigned), null)).toBe('chromium')
  expect(judgeCertificate({ ...shown(selfSigned), hostname: 'elsewhere.example' }, pin)).toBe('chromium')
})

it('the pinned certificate is the box, whatever its name or dates', () => {
  for (const code of [trusted, wrongName, outdated, selfSigned])
    expect(judgeCertificate(shown(code), pin)).toBe('accept')
})

it('a changed certificate is refused, also one that an authority vouches for', () => {
  for (const code of [trusted, selfSigned]) expect(judgeCertificate(shown(code, 'CC:DD'), pin)).toBe('refuse')
})

it('a revoked certificate is refused though pinned, and never offered for pinning', () => {
  expect(judgeCertificate(shown(revoked), pin)).toBe('refuse')
  expect([trusted, selfSigned, wrongName, revoked].map(code => mayBePinned(shown(code)))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

it('a fingerprint reads as the one that OpenSSL prints', () => {
  const sha256 = 'A9:4A:8F:E5'
  expect(readableFingerprint(`sha256/${Buffer.from(sha256.replaceAll(':', ''), 'hex').toString('base64')}`)).toBe(
    sha256,
  )
})

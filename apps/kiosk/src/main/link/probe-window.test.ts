import { expect, it } from 'vitest'
import { fakeElectron, type Web } from '../../../test/fake-electron.ts'
import type { Sessions } from '../windows/sessions.ts'
import { createWindowProbe } from './probe-window.ts'

const origin = 'https://192.168.0.7:3000'
const page = `${origin}/kiosk/`

async function probe(web: Web, refused: string | null = null) {
  const { electron, windows } = fakeElectron({ folder: '/nowhere', web })
  const probing = new Set<number>()
  const sessions = { for: () => ({ session: {}, refused: () => refused }) } as unknown as Sessions
  const found = await createWindowProbe(electron, sessions, probing)({ origin, pin: null })
  return { found, window: windows[0], probing }
}

it('finds the box by its page, in a window that nobody sees, runs nothing and is gone afterwards', async () => {
  const { found, window, probing } = await probe({ [page]: { title: 'Dabble' } })
  expect(found).toEqual({ kind: 'box', origin })
  expect(window).toMatchObject({ visible: false, destroyed: true })
  expect(window?.options).toMatchObject({ show: false, webPreferences: { javascript: false, sandbox: true } })
  expect(window?.options.webPreferences.preload).toBeUndefined()
  expect(probing.size).toBe(0)
})

it.each<[string, Web, string | null, object]>([
  ['no answer', { [page]: { error: 'ERR_CONNECTION_REFUSED' } }, null, { kind: 'away' }],
  ['no answer after a refused certificate', { [page]: { error: 'ERR_CONNECTION_REFUSED' } }, 'AA', { kind: 'away' }],
  ['a server that starts', { [page]: { status: 503 } }, null, { kind: 'away' }],
  ['another program', { [page]: { title: 'Router' } }, null, { kind: 'other' }],
  [
    'a certificate that Chromium refuses',
    { [page]: { error: 'ERR_CERT_AUTHORITY_INVALID' } },
    'AA',
    { kind: 'certificate', origin, fingerprint: 'AA' },
  ],
  [
    'a certificate that is not the pinned',
    { [page]: { error: 'ERR_FAILED' } },
    'BB',
    { kind: 'certificate', origin, fingerprint: 'BB' },
  ],
  ['a certificate that may not be trusted', { [page]: { error: 'ERR_CERT_REVOKED' } }, null, { kind: 'away' }],
])('%s', async (_, web, refused, expected) => {
  const { found, window } = await probe(web, refused)
  expect(found).toEqual(expected)
  expect(window?.destroyed).toBe(true)
})

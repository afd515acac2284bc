import { expect, test, vi } from 'vitest'
import { pairingCodeOf, takePairingCode } from './pair-code.ts'

test.each([
  ['ABCDE-23456', 'ABCDE-23456'],
  [' abcde-23456 ', 'ABCDE-23456'],
  ['abcde 23456', 'ABCDE23456'],
  ['http://booth.test:3000/staff?pair=ABCDE-23456', 'ABCDE-23456'],
  ['ㅁㅠㅊㅇㄷ-23456', 'ABCDE-23456'],
])('%s', (typed, code) => expect(pairingCodeOf(typed)).toBe(code))

test('a code in the address is taken out of it, and nothing else is', () => {
  const replaceState = vi.fn()
  const history = { state: null, replaceState } as unknown as History
  const at = (search: string) => ({ pathname: '/staff', search, hash: '#x' }) as Location
  expect(takePairingCode(at('?pair=abcde-23456&lang=ko'), history)).toBe('ABCDE-23456')
  expect(replaceState).toHaveBeenCalledWith(null, '', '/staff?lang=ko#x')
  expect(takePairingCode(at('?lang=ko'), history)).toBeNull()
  expect(replaceState).toHaveBeenCalledTimes(1)
})

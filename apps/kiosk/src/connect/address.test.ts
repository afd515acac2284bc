import { expect, it } from 'vitest'
import { parseAddress } from './address.ts'

it.each([
  ['192.168.0.7:3000', ['https://192.168.0.7:3000', 'http://192.168.0.7:3000']],
  ['  booth.local:3000 ', ['https://booth.local:3000', 'http://booth.local:3000']],
  ['http://192.168.0.7:3000/kiosk?lang=ko', ['http://192.168.0.7:3000']],
  ['HTTPS://Dabble.Example.org/', ['https://dabble.example.org']],
  ['[::1]:3000', ['https://[::1]:3000', 'http://[::1]:3000']],
  ['https://부스.example', ['https://xn--or3b27g.example']],
])('%s is tried at %j', (text, origins) => {
  expect(parseAddress(text)).toEqual(origins)
})

it.each([
  '',
  '   ',
  'file:///etc/passwd',
  'ftp://x',
  'javascript:alert(1)',
  'javascript://x',
  'a b',
  'https://',
  'http://a:b@host',
  'host:99999',
])('%j is no address', text => {
  expect(parseAddress(text)).toBeNull()
})

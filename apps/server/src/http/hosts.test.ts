import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { createKnownHosts, hostnameOf, lanAddress } from './hosts.ts'

const address = (address: string, internal = false) =>
  ({ address, internal, family: address.includes(':') ? 'IPv6' : 'IPv4' }) as NetworkInterfaceInfo

describe('lanAddress', () => {
  it('prefers a real interface over a virtual one', () => {
    const interfaces = {
      lo: [address('127.0.0.1', true)],
      docker0: [address('172.17.0.1')],
      eth0: [address('fe80::1'), address('169.254.3.4'), address('192.168.0.7')],
    }
    expect(lanAddress(interfaces)).toBe('192.168.0.7')
    expect(lanAddress({ docker0: [address('172.17.0.1')] })).toBe('172.17.0.1')
    expect(lanAddress({ lo: [address('127.0.0.1', true)] })).toBeNull()
  })
})

describe('hostnameOf', () => {
  it.each([
    ['Dabble.Example:3000', 'dabble.example'],
    ['[::1]:3000', '::1'],
    ['127.0.0.1', '127.0.0.1'],
    [undefined, null],
    ['', null],
    ['a b', null],
    ['evil@localhost', null],
    ['localhost/x', null],
  ])('%s is %s', (host, expected) => {
    expect(hostnameOf(host)).toBe(expected)
  })
})

it('knows the loopback names and the public one, and nothing that merely looks like them', () => {
  const known = createKnownHosts(() => 'dabble.example')
  for (const name of ['localhost', '127.0.0.1', '::1', 'dabble.example']) expect(known(name)).toBe(true)
  for (const name of ['dabble.example.evil', 'localhost.evil', '127.0.0.2.nip.io', '8.8.8.8'])
    expect(known(name)).toBe(false)
})

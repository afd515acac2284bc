import { BlockList, isIPv4 } from 'node:net'

const reserved = new BlockList()
/** IANA's special-purpose registries: this host, private, shared, loopback, link-local, documentation, multicast, … */
const special4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const
for (const [net, prefix] of special4) reserved.addSubnet(net, prefix, 'ipv4')
// Teredo, documentation and 6to4: the last and the first carry an IPv4 address of their own.
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  reserved.addSubnet(net, prefix, 'ipv6')

const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

/** Whether an IP address is one of the internet's, and not of a machine, a LAN, a cloud's inside. */
export const isPublicAddress = (address: string): boolean =>
  isIPv4(address)
    ? !reserved.check(address, 'ipv4')
    : global6.check(address, 'ipv6') && !reserved.check(address, 'ipv6')

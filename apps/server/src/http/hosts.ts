import { hostname, networkInterfaces } from 'node:os'

/** Interfaces of containers and virtual machines, which no phone can reach. */
const virtual = /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|tun|tap|zt|tailscale|utun)/

/** The first IPv4 address that phones on the same network can open; null without a network. */
export function lanAddress(interfaces = networkInterfaces()): string | null {
  const candidates = Object.entries(interfaces)
    .flatMap(([name, addresses]) => (addresses ?? []).map(address => ({ name, ...address })))
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
  return (candidates.find(({ name }) => !virtual.test(name)) ?? candidates[0])?.address ?? null
}

/** The hostname of a `Host` header, lower-cased and without port or brackets; null when it is none. */
export function hostnameOf(host: string | undefined): string | null {
  if (!host || !URL.canParse(`http://${host}`)) return null
  const url = new URL(`http://${host}`)
  const plain = url.pathname === '/' && !url.search && !url.hash && !url.username && !host.includes('/')
  return plain ? url.hostname.replace(/^\[|\]$/g, '') : null
}

const refreshMs = 5_000

/**
 * Tells whether a name is this machine's: the public one, the loopback names, the addresses of its interfaces (which change
 * when the cable does) and its own host name. Anything else may be a name that an attacker points at us.
 */
export function createKnownHosts(publicHostname: () => string | null): (name: string) => boolean {
  const own = hostname().toLowerCase()
  const fixed = new Set(['localhost', '127.0.0.1', '::1', own, `${own}.local`])
  let addresses = new Set<string>()
  let freshUntil = 0
  return name => {
    if (fixed.has(name) || name === publicHostname()) return true
    if (Date.now() > freshUntil) {
      addresses = new Set(
        Object.values(networkInterfaces()).flatMap(list => (list ?? []).map(({ address }) => address.toLowerCase())),
      )
      freshUntil = Date.now() + refreshMs
    }
    return addresses.has(name)
  }
}

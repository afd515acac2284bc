import { isIP } from 'node:net'
import { connect } from 'node:tls'
import { type Finding, ok, problem, warning } from './finding.ts'

const dayMs = 86_400_000
const soonDays = 14

export interface Certificate {
  /** Null when browsers would accept it. */
  refusal: string | null
  validTo: number
}

/** How phones will like the certificate of PUBLIC_URL. */
export function judgeCertificate({ refusal, validTo }: Certificate, now: number): Finding {
  if (now > validTo) return problem(`The certificate ended on ${new Date(validTo).toDateString()}. Renew it.`)
  if (refusal) return problem(`Phones refuse the certificate (${refusal}). Use one that a public authority has issued.`)
  const days = Math.floor((validTo - now) / dayMs)
  return days < soonDays
    ? warning(`The certificate ends in ${days} days. Renew it before the event.`)
    : ok(`valid for ${days} days`)
}

/** @throws when nobody answers. */
export async function certificateOf(url: URL): Promise<Certificate> {
  const port = Number(url.port || 443)
  const { hostname } = url
  return new Promise((resolve, reject) => {
    // Looked at even when it is bad, to say what is bad about it; nothing is sent.
    const socket = connect(
      { host: hostname, port, servername: isIP(hostname) ? '' : hostname, rejectUnauthorized: false, timeout: 5_000 },
      () => {
        const { valid_to: validTo } = socket.getPeerCertificate()
        resolve({ refusal: socket.authorized ? null : String(socket.authorizationError), validTo: Date.parse(validTo) })
        socket.destroy()
      },
    )
    socket.once('error', reject)
    socket.once('timeout', () => socket.destroy(new Error('no answer in five seconds')))
  })
}

export async function checkTls(publicUrl: string | null): Promise<Finding> {
  const url = publicUrl === null ? null : new URL(publicUrl)
  if (url?.protocol !== 'https:') {
    return warning('plain http: the venue’s Wi-Fi can read along, and phones on mobile data cannot play. Prefer https.')
  }
  try {
    return judgeCertificate(await certificateOf(url), Date.now())
  } catch (error) {
    return problem(
      `No TLS at ${url.host} (${error instanceof Error ? error.message : error}). Start the proxy or tunnel.`,
    )
  }
}

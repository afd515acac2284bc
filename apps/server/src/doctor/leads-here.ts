import { randomBytes } from 'node:crypto'
import { proofOf } from '../http/health.ts'
import { type Finding, ok, problem, warning } from './finding.ts'

/** Where an address leads. */
export interface Answer {
  where: 'here' | 'another-game' | 'elsewhere' | 'nowhere' | 'refused'
  /** Milliseconds since the epoch by the answer's `Date` header; null where it has none. */
  date: number | null
}

const withinMs = 8_000

/** Asks an address for a proof that only this game's data folder can give. */
export async function whereLeads(address: string, healthKey: Buffer | null): Promise<Answer> {
  const nonce = randomBytes(16).toString('base64url')
  try {
    const response = await fetch(`${address}/healthz?nonce=${nonce}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(withinMs),
      headers: { 'cache-control': 'no-cache' },
    })
    const date = Date.parse(response.headers.get('date') ?? '') || null
    if (response.status === 421) return { where: 'refused', date }
    const body = (await response.json().catch(() => null)) as { ok?: unknown; proof?: unknown } | null
    if (!response.ok || body?.ok !== true) return { where: 'elsewhere', date }
    const ours = healthKey !== null && body.proof === proofOf(healthKey, nonce)
    return { where: ours ? 'here' : 'another-game', date }
  } catch {
    return { where: 'nowhere', date: null }
  }
}

/** @param isPublic whether PUBLIC_URL is set; otherwise it is this machine's address on the network. */
export function judgeAddress(address: string, where: Answer['where'], isPublic: boolean): Finding {
  switch (where) {
    case 'here':
      return isPublic
        ? ok(`${address} leads here. Scan the code with a phone on mobile data as well.`)
        : warning(`${address} leads here, but only on this network. Set PUBLIC_URL for phones on mobile data.`)
    case 'another-game':
      return problem(
        `${address} leads to another Dabble, or to one with another data folder. Point it to this machine.`,
      )
    case 'refused':
      return problem(`${address} leads here, but the proxy does not pass its Host header on. Make it do so.`)
    case 'elsewhere':
      return problem(`${address} is answered by something else. Point the proxy, tunnel or DNS to this machine.`)
    case 'nowhere':
      return problem(`${address} does not answer. Start the proxy or tunnel, and look at DNS and firewall.`)
  }
}

import { parseAddress } from '../../connect/address.ts'
import type { AddressProblem, LinkState } from '../../preload/bridge.ts'
import { createBackoff } from '../recovery/backoff.ts'
import type { Box } from '../store/store.ts'
import type { Found, Probe } from './probe.ts'

export interface LinkParts {
  probe: Probe
  /** Staff paired the kiosk with a box: to be remembered. */
  paired(box: Box): void
  /** Every state, once it holds. */
  changed(state: LinkState, box: Box | null): void
}

/** The kiosk's connection to its booth box: asks for an address once, and afterwards comes back by itself for ever. */
export function createLink({ probe, paired, changed }: LinkParts, remembered: Box | null) {
  const backoff = createBackoff()
  let box = remembered
  let state: LinkState = box ? { step: 'looking', address: box.origin } : { step: 'ask', address: '', problem: null }
  let timer: NodeJS.Timeout | undefined
  // A later wish of staff makes the answers to earlier questions worthless.
  let wish = 0

  function enter(next: LinkState): void {
    clearTimeout(timer)
    state = next
    changed(state, box)
  }
  const ask = (address: string, problem: AddressProblem | null) => enter({ step: 'ask', address, problem })

  function pair(origin: string, pin: string | null): void {
    box = { origin, pin }
    paired(box)
    enter({ step: 'connected', address: origin })
  }

  /** A page that fails on a box that answers must not make us ask without a pause. */
  function lookLater(): void {
    timer = setTimeout(look, Math.max(1000, Math.min(10_000, backoff.next())))
  }

  /** Asks the known box, and asks again later when it is not there. */
  async function look(): Promise<void> {
    const known = box
    if (!known) return
    clearTimeout(timer)
    const mine = ++wish
    const found = await probe(known)
    if (mine !== wish) return
    if (found.kind === 'box' && found.origin === known.origin) {
      return enter({ step: 'connected', address: known.origin })
    }
    if (found.kind === 'box') return ask(found.origin, 'moved')
    if (found.kind === 'certificate') {
      const { origin: address, fingerprint } = found
      const pinned = address === known.origin ? known.pin : null
      enter(pinned ? { step: 'changed', address, pinned, fingerprint } : { step: 'certificate', address, fingerprint })
    } else enter({ step: 'away', address: known.origin })
    lookLater()
  }

  /** Tries an address that staff typed, in each of its readings. */
  async function connect(text: string): Promise<void> {
    const mine = ++wish
    const origins = parseAddress(text)
    if (!origins) return ask(text, 'invalid')
    enter({ step: 'looking', address: text })
    let worst: Found = { kind: 'away' }
    for (const origin of origins) {
      const found = await probe({ origin, pin: null })
      if (mine !== wish) return
      if (found.kind === 'box') return pair(found.origin, null)
      if (found.kind === 'certificate') {
        return enter({ step: 'certificate', address: found.origin, fingerprint: found.fingerprint })
      }
      if (found.kind === 'other') worst = found
    }
    ask(text, worst.kind === 'other' ? 'other' : 'unreachable')
  }

  return {
    state: () => state,
    box: () => box,
    start: () => (box ? look() : ask('', null)),
    connect,
    /** Only the certificate that staff were shown: the box may show another one meanwhile. */
    async trust(fingerprint: string): Promise<void> {
      if (state.step !== 'certificate' && state.step !== 'changed') return
      if (state.fingerprint !== fingerprint) return
      const { address } = state
      const mine = ++wish
      enter({ step: 'looking', address })
      const found = await probe({ origin: address, pin: fingerprint })
      if (mine !== wish) return
      if (found.kind === 'box') return pair(found.origin, found.origin === address ? fingerprint : null)
      ask(address, found.kind === 'other' ? 'other' : 'unreachable')
    },
    retry: look,
    /** A window could not load its page. */
    lost(): void {
      if (state.step !== 'connected') return
      wish++
      enter({ step: 'away', address: state.address })
      lookLater()
    },
    changeBox(): void {
      wish++
      ask(box?.origin ?? '', null)
    },
    close(): void {
      wish++
      clearTimeout(timer)
    },
  }
}

export type Link = ReturnType<typeof createLink>

import { setTimeout as delay } from 'node:timers/promises'
import { type GenerateRequest, InferenceRefused, InferenceUnavailable } from '@dabble/ml/client'
import type { LiveEndpoint } from '../endpoint.ts'
import { type FakeEndpoint, fakeEndpoint } from './fake-endpoint.ts'

export interface DrawingEndpoint extends FakeEndpoint {
  /** Pictures that it has begun. */
  attempts(): number
}

export interface Behaviour {
  /** Ends the process, and with it all that it draws. */
  breaks?(prompt: string): boolean
  refuses?(prompt: string): boolean
}

/** The least that passes for a PNG of one pixel; the prompt makes its bytes its own. */
const pictureOf = (prompt: string) =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex'), Buffer.from(prompt)])

/** Draws as a process does whose end is the end of all that it draws. Takes a few milliseconds a picture. */
export function drawingEndpoint(places: number, { breaks, refuses }: Behaviour): DrawingEndpoint {
  const endpoint = fakeEndpoint(places)
  let process = new AbortController()
  let attempts = 0

  async function generate({ prompt, signal }: GenerateRequest) {
    attempts += 1
    const { signal: ended } = process
    await delay(3, undefined, { signal: AbortSignal.any([ended, ...(signal ? [signal] : [])]) }).catch(() => {})
    signal?.throwIfAborted()
    if (!ended.aborted && breaks?.(prompt)) {
      process.abort()
      process = new AbortController()
    }
    if (ended.aborted) throw new InferenceUnavailable('the connection broke')
    if (refuses?.(prompt)) throw new InferenceRefused('not this', 400, null)
    return { png: pictureOf(prompt), timings: {} }
  }
  const embedImage = async () => Float32Array.of(1, 0)
  const live = { draws: { generate }, embeds: { embedImage } } as unknown as LiveEndpoint
  return Object.assign(endpoint, { live: () => (endpoint.away ? null : live), attempts: () => attempts })
}

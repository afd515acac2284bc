import { type EntryView, type GameErrorKey, gameErrors, newEntryId } from '@dabble/api'
import { createClient } from '@dabble/api/client'
import { expect, test, vi } from 'vitest'
import { sendUntilAnswered } from './send.ts'

const entry = { id: newEntryId() } as EntryView
const answered = () => Response.json({ result: { data: entry } })
const refusal = (key: GameErrorKey, values = {}) =>
  Response.json(
    { error: { message: key, code: -32000, data: { code: gameErrors[key], game: { key, values } } } },
    { status: 400 },
  )
/** Nobody answered, or somebody in between did. */
const lost = () => new TypeError('Failed to fetch')
const badGateway = () => new Response('<h1>Bad gateway</h1>', { status: 502 })

/** Sends with these answers from the network, one after the other; remembers how long it paused. */
async function sending(answers: Array<Response | Error>) {
  const pauses: number[] = []
  const fetch = vi.fn(async () => {
    const answer = answers.shift()
    if (answer instanceof Response) return answer
    throw answer
  })
  const client = createClient({ baseUrl: 'http://booth.test', fetch })
  const onRetry = vi.fn()
  const outcome = await sendUntilAnswered({
    create: () => client.entry.create.mutate({ id: entry.id, roundId: 'round', prompt: '오리' }),
    pause: async ms => void pauses.push(ms),
    signal: new AbortController().signal,
    onRetry,
  })
  return { outcome, pauses, tries: fetch.mock.calls.length, retries: onRetry.mock.calls.length }
}

test('lost answers are asked for again, ever more patiently, until there is one', async () => {
  const { outcome, pauses, tries, retries } = await sending([
    ...Array.from({ length: 6 }, lost),
    badGateway(),
    answered(),
  ])
  expect(outcome).toEqual({ kind: 'answered', entry })
  expect(tries).toBe(8)
  expect(retries).toBe(7)
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000])
})

test('what the rules refuse is not sent again', async () => {
  const { outcome, tries } = await sending([refusal('too-fast', { seconds: 3 }), answered()])
  expect(outcome).toEqual({ kind: 'refused', error: { key: 'too-fast', values: { seconds: 3 } } })
  expect(tries).toBe(1)
})

test('a server in trouble gets a few more chances, but is not waited for in silence for ever', async () => {
  expect((await sending([refusal('internal'), refusal('internal'), answered()])).outcome?.kind).toBe('answered')
  const given = await sending(Array.from({ length: 9 }, () => refusal('internal')))
  expect(given.outcome).toMatchObject({ kind: 'refused', error: { key: 'internal' } })
  expect(given.tries).toBe(4)
})

test('stopped: no further attempt, no outcome', async () => {
  const stop = new AbortController()
  const create = vi.fn(async () => {
    stop.abort()
    throw lost()
  })
  const outcome = await sendUntilAnswered({ create, pause: async () => {}, signal: stop.signal })
  expect(outcome).toBeNull()
  expect(create).toHaveBeenCalledOnce()
})

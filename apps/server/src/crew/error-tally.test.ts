import { Writable } from 'node:stream'
import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { createErrorTally } from './error-tally.ts'

it('counts the errors of the last hour as the log gets them, in our own words', () => {
  let now = 0
  const lines: string[] = []
  const stream = new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) })
  const tally = createErrorTally(() => now)
  const { log } = Fastify({ logger: { level: 'warn', stream, hooks: tally.hooks } })
  expect(tally.errors(now)).toEqual({ count: 0, newest: null })

  log.warn('only a warning')
  log.error({ err: new TypeError('insert … values (Kim, a rude prompt)') }, 'a call failed')
  now = 60_000
  log.child({ picture: 1 }).error({ err: Object.assign(new Error('x'), { code: 'ENOSPC' }) }, 'not written')
  expect(tally.errors(now)).toEqual({ count: 2, newest: { at: 60_000, text: 'not written (ENOSPC)' } })
  expect(lines).toHaveLength(3)

  now = 3_600_001
  expect(tally.errors(now)).toEqual({ count: 1, newest: { at: 60_000, text: 'not written (ENOSPC)' } })
  now = 3_700_000
  expect(tally.errors(now)).toEqual({ count: 0, newest: null })
  log.fatal('the last word')
  expect(tally.errors(now).newest?.text).toBe('the last word')
})

import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { HealthProblem, HealthView } from '@dabble/api'
import { expect, it, onTestFinished } from 'vitest'
import { contest } from '../db/schema.ts'
import { createFixture } from '../game/testing/fixture.ts'
import { silentLog } from '../log.ts'
import { alertText } from './alert-texts.ts'
import { startAlerts } from './alerts.ts'
import { createProblemWatch } from './watch-problems.ts'
import { createWebhook } from './webhook.ts'

const quick = { timeoutMs: 200, firstPauseMs: 1 }

/** A channel that takes what `answer` lets through, and what it was told. */
async function channel(answer: RequestListener = (_, response) => void response.end('ok')) {
  const told: { text: string; method?: string; type?: string }[] = []
  const waiting: (() => void)[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    if (body) told.push({ ...JSON.parse(body), method: request.method, type: request.headers['content-type'] })
    answer(request, response)
    for (const wake of waiting.splice(0)) wake()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close().closeAllConnections())
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told,
    async heard(times: number) {
      while (told.length < times) await new Promise<void>(resolve => waiting.push(resolve))
    },
  }
}

it('makes news of what two looks agree on, once when it begins and once when it is over', () => {
  const look = createProblemWatch()
  const news = (...problems: HealthProblem[]) => look(problems).map(({ what, problem }) => `${what} ${problem}`)
  expect(news('inference-away')).toEqual([])
  expect(news()).toEqual([])
  expect(news('disk-low')).toEqual([])
  expect(news('disk-low', 'errors')).toEqual(['begun disk-low'])
  expect(news('disk-low', 'errors')).toEqual(['begun errors'])
  expect(news('errors')).toEqual([])
  expect(news('disk-low', 'errors')).toEqual([])
  expect(news('errors')).toEqual([])
  expect(news('errors')).toEqual(['over disk-low'])
  expect(news('errors', 'disk-low')).toEqual([])
  expect(news('errors', 'disk-low')).toEqual(['begun disk-low'])
})

it('tells the contest’s channel in the contest’s first language', async () => {
  const { db } = createFixture()
  const { url, heard, told } = await channel()
  db.update(contest).set({ webhookUrl: url }).run()
  let problems: HealthProblem[] = ['disk-low']
  const stop = startAlerts(
    { db, health: async () => ({ problems }) as HealthView, log: silentLog },
    { ...quick, lookEveryMs: 5 },
  )
  onTestFinished(stop)
  await heard(1)
  problems = []
  await heard(2)
  expect(told[0]).toEqual({
    text: '⚠️ Booth: 디스크 여유가 2GB도 남지 않았어요. 부스 컴퓨터의 공간을 비워 주세요.',
    method: 'POST',
    type: 'application/json',
  })
  expect(told[1]?.text).toMatch(/^✅ Booth: 해결됐어요/)
})

it('calls nobody by a contest’s name', () => {
  expect(alertText('en', 'over', 'errors', '<!channel> & <https://evil.example|us>')).toMatch(
    /^✅ &lt;!channel&gt; &amp; &lt;https:\/\/evil.example\|us&gt;: over/,
  )
})

it('tries again, and keeps the order', async () => {
  let fail = 2
  const { url, heard, told } = await channel((_, response) => {
    response.statusCode = fail-- > 0 ? 503 : 200
    response.end()
  })
  const webhook = createWebhook(() => url, silentLog, quick)
  webhook.send('first')
  webhook.send('second')
  await heard(4)
  expect(told.map(({ text }) => text)).toEqual(['first', 'first', 'first', 'second'])
})

/** Two texts to a channel that takes neither; resolves with what the log says when the first is given up. */
function sendInVain(url: string, options: typeof quick): Promise<unknown[]> {
  const given = Promise.withResolvers<unknown[]>()
  const log = { ...silentLog, warn: (...said: unknown[]) => given.resolve(said) }
  const webhook = createWebhook(() => url, log, options)
  onTestFinished(() => webhook.close())
  webhook.send('first')
  webhook.send('second')
  return given.promise
}

it('gives up on a text after eight tries, and goes on with the next', async () => {
  const { url, heard, told } = await channel((_, response) => void response.writeHead(503).end())
  // Time enough for any machine: nothing here waits for it.
  const said = await sendInVain(url, { timeoutMs: 10_000, firstPauseMs: 1 })
  expect(said).toEqual([{ why: 'HTTP 503' }, 'an alert was not delivered'])
  expect(told.map(({ text }) => text)).toEqual(Array(8).fill('first'))
  await heard(9)
  expect(told.at(-1)?.text).toBe('second')
})

it('gives up on a channel that never answers', async () => {
  const { url } = await channel(() => {})
  const said = await sendInVain(url, { timeoutMs: 20, firstPauseMs: 1 })
  expect(said).toEqual([{ why: 'TimeoutError' }, 'an alert was not delivered'])
})

it('follows no redirect', async () => {
  const elsewhere = await channel()
  const { url, heard } = await channel((_, response) => {
    response.writeHead(307, { location: elsewhere.url })
    response.end()
  })
  const webhook = createWebhook(() => url, silentLog, quick)
  onTestFinished(() => webhook.close())
  webhook.send('x')
  await heard(3)
  expect(elsewhere.told).toEqual([])
})

it('survives any address and any failure of the box', async () => {
  const { db } = createFixture()
  db.update(contest).set({ webhookUrl: 'file:///etc/passwd' }).run()
  const looked = Promise.withResolvers<void>()
  let looks = 0
  const health = async () => {
    if (++looks === 4) looked.resolve()
    if (looks < 3) throw new Error('the disk is gone')
    return { problems: ['errors'] } as HealthView
  }
  const stop = startAlerts({ db, health, log: silentLog }, { ...quick, lookEveryMs: 2 })
  await looked.promise
  stop()
})

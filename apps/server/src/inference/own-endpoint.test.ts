import { expect, it, onTestFinished } from 'vitest'
import { silentLog } from '../log.ts'
import { createOwnEndpoint } from './own-endpoint.ts'

const bundleId = 'ours@1'

/** A sidecar that is nothing but what this preloaded script does: the real one's own code never begins. */
function endpointOf(script: string, onHopeless = () => {}) {
  const { promise: ready, resolve: onReady } = Promise.withResolvers<void>()
  const endpoint = createOwnEndpoint({
    bundleFolder: 'none',
    threads: null,
    bundleId,
    log: silentLog,
    nodeArgs: ['--import', `data:text/javascript,${encodeURIComponent(script)}`],
    onReady,
    onHopeless,
  })
  onTestFinished(() => endpoint.close())
  endpoint.start()
  return { endpoint, ready }
}

/** Answers whoever asks for its models, each time with the next of these; says that it is ready; goes on for ever. */
const answering = (...answers: object[]) => `
  import { createServer } from 'node:http'
  const answers = ${JSON.stringify(answers)}
  const server = createServer((_, response) => {
    const { status = 200, ...body } = answers.length > 1 ? answers.shift() : answers[0]
    response.writeHead(status).end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1', () => process.send({ type: 'ready', port: server.address().port }))
  process.on('disconnect', () => process.exit())
  await new Promise(() => {})`

const models = { data: [{ id: 'ours', bundle: bundleId, capabilities: { embeddings: true, batch: 4 } }] }

it('is asked again where its first answer does not come: there is no second time to be ready', async () => {
  const { endpoint, ready } = endpointOf(answering({ status: 500 }, models))
  await ready
  await endpoint.settled
  expect([endpoint.live() !== null, endpoint.places()]).toEqual([true, 4])
  expect(await endpoint.status()).toMatchObject({ state: 'ready', bundle: bundleId })
})

it('is away, and not starting, once it has ended by itself', async () => {
  const { endpoint } = endpointOf('process.exit(1)')
  expect((await endpoint.status()).state).toBe('starting')
  await endpoint.settled
  expect((await endpoint.status()).state).toBe('away')
})

it('has ended once it says that starting it again is pointless', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { endpoint } = endpointOf('process.exit(78)', resolve)
  await promise
  expect((await endpoint.status()).state).toBe('ended')
})

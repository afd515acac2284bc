import { expect, it, onTestFinished } from 'vitest'
import { silentLog } from '../log.ts'
import { createOwnEndpoint } from './own-endpoint.ts'
import { answering, insteadOfSidecar, modelsOf } from './testing/fake-sidecar.ts'

const bundleId = 'ours@1'

function endpointOf(script: string, onHopeless = () => {}) {
  const { promise: ready, resolve: onReady } = Promise.withResolvers<void>()
  const endpoint = createOwnEndpoint({
    bundleFolder: 'none',
    threads: null,
    bundleId,
    log: silentLog,
    nodeArgs: insteadOfSidecar(script),
    onReady,
    onHopeless,
  })
  onTestFinished(() => endpoint.close())
  endpoint.start()
  return { endpoint, ready }
}

it('is asked again where its first answer does not come: there is no second time to be ready', async () => {
  const { endpoint, ready } = endpointOf(answering({ status: 500 }, modelsOf(bundleId)))
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

import { expect, it, onTestFinished } from 'vitest'
import { childrenOf } from '../../test/server-process.ts'
import { silentLog } from '../log.ts'
import { createInference } from './inference.ts'
import { answering, insteadOfSidecar, modelsOf } from './testing/fake-sidecar.ts'

const bundleId = 'ours@1'

it.runIf(process.platform === 'linux')(
  'is hopeless when the last sidecar has ended, not while another starts afresh',
  async () => {
    const before = await childrenOf(process.pid)
    const config = { inference: null, gpus: [], sidecars: 2, bundleFolder: 'none', threads: null }
    const nodeArgs = insteadOfSidecar(answering(modelsOf(bundleId)))
    const inference = createInference(config, silentLog, { bundleId }, { nodeArgs })
    onTestFinished(() => inference.close())
    const { promise: hopeless, resolve } = Promise.withResolvers<void>()
    let gaveUp = false
    inference.onHopeless(() => {
      gaveUp = true
      resolve()
    })
    const sidecars = async () => (await childrenOf(process.pid)).filter(pid => !before.includes(pid))
    const states = async () => (await inference.endpoints()).map(({ state }) => state).toSorted()
    inference.start()
    await expect.poll(states).toEqual(['ready', 'ready'])

    const [crashes, ends] = (await sidecars()) as [number, number]
    process.kill(crashes, 'SIGKILL')
    process.kill(ends, 'SIGUSR2')
    await expect.poll(states, { timeout: 10_000 }).toEqual(['ended', 'ready'])
    expect(gaveUp).toBe(false)

    const [last] = (await sidecars()) as [number]
    process.kill(last, 'SIGUSR2')
    await hopeless
  },
)

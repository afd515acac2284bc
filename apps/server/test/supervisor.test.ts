import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import type { SidecarExit } from '../src/inference/sidecar-process.ts'
import { createSupervisor, type LiveSidecar, type Supervisor } from '../src/inference/supervisor.ts'
import { silentLog } from '../src/log.ts'
import { childrenOf, isGone } from './server-process.ts'

const bundleFolder = fileURLToPath(new URL('../../../packages/ml/bundles/pocket', import.meta.url))
const growOnMarker = fileURLToPath(new URL('./fixtures/grow-on-marker.mjs', import.meta.url))
const nodeArgs = ['--import', growOnMarker]
const growth = { factor: 1, bytes: 128 * 2 ** 20 }

let supervisor: Supervisor
afterEach(() => supervisor.close())

async function started(): Promise<LiveSidecar> {
  supervisor = createSupervisor({ bundleFolder, threads: null, log: silentLog, nodeArgs, growth })
  supervisor.start()
  return ready()
}
const ready = async () => (await once(supervisor, 'ready'))[0] as LiveSidecar
const draw = ({ client }: LiveSidecar, prompt: string) => client.generate({ prompt, seed: 1 })

describe.runIf(process.platform === 'linux')('a sidecar', () => {
  it('is started afresh between pictures once it has grown too much, and only then', async () => {
    const deaths: SidecarExit[] = []
    const first = await started()
    supervisor.on('died', exit => deaths.push(exit))
    await draw(first, 'a duck')
    await supervisor.recycleIfGrown()
    expect(supervisor.current()).toBe(first)

    const { png } = await draw(first, 'grow the model')
    const next = ready()
    const recycled = supervisor.recycleIfGrown()
    // A picture begun now would be lost.
    await expect.poll(() => supervisor.current()).toBeNull()
    await recycled
    expect(await first.exited).toMatchObject({ code: 0 })
    const second = await next
    expect(second.pid).not.toBe(first.pid)
    expect((await draw(second, 'grow the model')).png).toEqual(png)
    // It was asked to end: no pause, no alarm.
    expect(deaths).toEqual([])
  })

  it('that is stopped is killed at once, and another one takes its place', async () => {
    const first = await started()
    const hanging = draw(first, 'a swan').catch(error => error)
    process.kill(first.pid as number, 'SIGSTOP')
    const died = once(supervisor, 'died')
    supervisor.restart()
    expect(supervisor.current()).toBeNull()
    expect((await died)[0]).toMatchObject({ signal: 'SIGKILL' })
    expect(await hanging).toBeInstanceOf(Error)
    const second = await ready()
    expect(second.pid).not.toBe(first.pid)
    expect((await draw(second, 'a swan')).png.length).toBeGreaterThan(1_000)
  })

  it('that is stopped does not keep the game from closing', async () => {
    const { pid } = await started()
    process.kill(pid as number, 'SIGSTOP')
    await supervisor.close()
    expect(await isGone(pid as number)).toBe(true)
  })

  it('that died is not started again by a game that closes in the pause before', async () => {
    const { pid } = await started()
    const died = once(supervisor, 'died')
    process.kill(pid as number, 'SIGKILL')
    await died
    await supervisor.close()
    expect(supervisor.current()).toBeNull()
    expect(await childrenOf(process.pid)).toEqual([])
  })
})

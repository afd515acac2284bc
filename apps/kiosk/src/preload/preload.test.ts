import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { aliveChannel, aliveEveryMs, roleArgument } from './channels.ts'

const exposed: Record<string, Record<string, (...args: unknown[]) => unknown>> = {}
const ipcRenderer = { invoke: vi.fn(), send: vi.fn(), on: vi.fn() }
vi.mock('electron', () => ({
  ipcRenderer,
  contextBridge: {
    exposeInMainWorld: (name: string, bridge: (typeof exposed)[string]) => {
      exposed[name] = bridge
    },
  },
}))

// Test files share a process.
afterAll(() => void vi.doUnmock('electron'))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.resetModules()
  vi.clearAllMocks()
  for (const name of Object.keys(exposed)) delete exposed[name]
})

/** The preload script, as it runs before a page of this window. */
async function preload({ url, role, frame = false }: { url: string; role: 'kiosk' | 'staff'; frame?: boolean }) {
  const window = {} as { top: unknown }
  window.top = frame ? {} : window
  vi.stubGlobal('window', window)
  vi.stubGlobal('location', new URL(url))
  const argv = process.argv
  process.argv = [...argv, roleArgument(role)]
  try {
    await import('./preload.ts')
  } finally {
    process.argv = argv
  }
  return exposed
}
const box = 'http://192.168.0.7:3000'

it('the staff page in the staff window gets five functions, each for one message', async () => {
  const { dabbleKiosk, ...others } = await preload({ url: `${box}/staff/`, role: 'staff' })
  expect(others).toEqual({})
  expect(Object.keys(dabbleKiosk ?? {}).sort()).toEqual(['changeBox', 'displays', 'exit', 'moveKiosk', 'reload'])
  dabbleKiosk?.moveKiosk?.(3)
  expect(ipcRenderer.invoke).toHaveBeenCalledExactlyOnceWith('staff:moveKiosk', 3)
})

it.each([
  ['the big screen', { url: `${box}/kiosk/`, role: 'kiosk' as const }],
  ['the staff page in the audience window', { url: `${box}/staff/`, role: 'kiosk' as const }],
  ['a frame in the staff window', { url: `${box}/staff/`, role: 'staff' as const, frame: true }],
])('%s gets nothing', async (_, page) => {
  expect(await preload(page)).toEqual({})
})

it('the connect page gets its own functions and no staff ones', async () => {
  const { dabbleConnect, ...others } = await preload({ url: 'dabble://connect/', role: 'staff' })
  expect(others).toEqual({})
  const listener = vi.fn()
  dabbleConnect?.onState?.(listener)
  const [channel, handler] = ipcRenderer.on.mock.calls[0] as [string, (event: unknown, state: unknown) => void]
  handler({ sender: 'never for pages' }, { link: 1 })
  expect(channel).toBe('connect:changed')
  expect(listener).toHaveBeenCalledExactlyOnceWith({ link: 1 })
})

it('every page tells that it is alive', async () => {
  await preload({ url: `${box}/kiosk/`, role: 'kiosk' })
  vi.advanceTimersByTime(aliveEveryMs * 3)
  expect(ipcRenderer.send.mock.calls).toEqual([[aliveChannel], [aliveChannel], [aliveChannel]])
})

import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { buildElectron } from '../build-electron.ts'
import { serveLocalPage } from '../src/main/windows/local-page.ts'
import type { ConnectBridge, ConnectState } from '../src/preload/bridge.ts'

interface Stub extends Window {
  show(state: ConnectState): void
  asked: unknown[][]
}

/** The built connect page as main serves it, policy included, in a plain browser with a bridge that notes what it is asked. */
export async function openConnectPages() {
  const folder = await mkdtemp(join(tmpdir(), 'dabble-connect-'))
  await buildElectron(folder)
  const serve = serveLocalPage(join(folder, 'connect'))
  const server = createServer(async (request, response) => {
    const answer = await serve({ url: `dabble://connect${request.url}` })
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Before the page is opened: what main would tell it first. */
export async function stubBridge(page: Page, first: ConnectState): Promise<void> {
  await page.addInitScript(initial => {
    const stub = window as unknown as Stub
    let state = initial
    let tell: ((state: ConnectState) => void) | undefined
    stub.asked = []
    const note =
      (name: string) =>
      async (...args: unknown[]): Promise<void> =>
        void stub.asked.push([name, ...args])
    stub.show = next => {
      state = next
      tell?.(next)
    }
    stub.dabbleConnect = {
      state: async () => state,
      onState: listener => {
        tell = listener
      },
      ...(Object.fromEntries(
        ['connect', 'trust', 'retry', 'changeBox', 'exit'].map(name => [name, note(name)]),
      ) as Omit<ConnectBridge, 'state' | 'onState'>),
    }
  }, first)
}

export const show = (page: Page, state: ConnectState) =>
  page.evaluate(next => (window as unknown as Stub).show(next), state)

/** What the page asked main for, in order. */
export const asked = (page: Page) => page.evaluate(() => (window as unknown as Stub).asked)

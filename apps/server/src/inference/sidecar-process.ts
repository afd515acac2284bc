import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Endpoint } from '@dabble/ml/client'
import type { Log } from '../log.ts'

export interface SidecarOptions {
  bundleFolder: string
  threads: number | null
  /** Index of the GPU that it computes on; null for the CPU, or whatever the environment says. */
  gpu?: number | null
  /** Extra arguments for Node; tests preload what makes it crash. */
  nodeArgs?: string[]
  log: Log
}

export interface SidecarExit {
  code: number | null
  signal: NodeJS.Signals | null
  /** The last line it wrote to stderr; says why when it gave up by itself. */
  lastWords: string
}

/** One run of the sidecar. */
export interface SidecarProcess {
  pid: number | undefined
  /** Known once it is ready; rejects when it ends before. */
  endpoint: Promise<Endpoint>
  exited: Promise<SidecarExit>
  /** Asks it to end, and insists after two seconds. */
  stop(): Promise<void>
  /** Ends it at once: it hangs and would not hear. */
  kill(): void
}

const insistAfterMs = 2_000

/**
 * Starts the sidecar on a free loopback port, reachable with a token that only we know. It watches the IPC channel and ends
 * when we do, however we end.
 */
export function startSidecar({
  bundleFolder,
  threads,
  gpu = null,
  nodeArgs = [],
  log,
}: SidecarOptions): SidecarProcess {
  const token = randomBytes(24).toString('base64url')
  const child = fork(fileURLToPath(import.meta.resolve('@dabble/ml/sidecar')), [], {
    execArgv: nodeArgs,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      DABBLE_ML_HOST: '127.0.0.1',
      DABBLE_ML_PORT: '0',
      DABBLE_ML_TOKEN: token,
      DABBLE_ML_BUNDLE: bundleFolder,
      ...(threads ? { DABBLE_ML_THREADS: String(threads) } : {}),
      ...(gpu === null ? {} : { DABBLE_ML_PROVIDER: 'cuda', DABBLE_ML_DEVICE: String(gpu) }),
    },
  })

  let lastWords = ''
  const listen = (stream: NodeJS.ReadableStream | null, say: (line: string) => void) => {
    if (stream) createInterface({ input: stream }).on('line', say)
  }
  listen(child.stdout, line => log.info({ sidecar: child.pid }, line))
  listen(child.stderr, line => {
    if (line.trim()) lastWords = line.trim()
    log.warn({ sidecar: child.pid }, line)
  })

  // `close` and not `exit`: by then its last words have been read.
  const exited = new Promise<SidecarExit>(resolve => {
    child.once('close', (code, signal) => resolve({ code, signal, lastWords }))
    child.once('error', error => resolve({ code: null, signal: null, lastWords: error.message }))
  })
  const endpoint = new Promise<Endpoint>((resolve, reject) => {
    child.on('message', message => {
      const { type, port } = message as { type?: string; port?: number }
      if (type === 'ready') resolve({ baseUrl: `http://127.0.0.1:${port}`, token })
    })
    void exited.then(({ lastWords: why }) => reject(new Error(`the sidecar ended before it was ready: ${why}`)))
  })
  endpoint.catch(() => {})

  return {
    pid: child.pid,
    endpoint,
    exited,
    async stop() {
      child.kill('SIGTERM')
      const insist = setTimeout(() => child.kill('SIGKILL'), insistAfterMs)
      await exited
      clearTimeout(insist)
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

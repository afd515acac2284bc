import { EventEmitter } from 'node:events'
import { createInferenceClient, type InferenceClient } from '@dabble/ml/client'
import { residentBytes } from './resident-bytes.ts'
import { type SidecarExit, type SidecarOptions, type SidecarProcess, startSidecar } from './sidecar-process.ts'

/** A sidecar that can draw now. */
export interface LiveSidecar {
  client: InferenceClient
  pid: number | undefined
  exited: Promise<SidecarExit>
}

interface Events {
  /** It can draw (again). */
  ready: [LiveSidecar]
  /** It ended without being asked to. */
  died: [SidecarExit]
  /** It says that starting it again is pointless, and why. */
  hopeless: [message: string]
}

export interface Supervisor extends EventEmitter<Events> {
  start(): void
  current(): LiveSidecar | null
  /** Kills the present run, which does not answer any more; another one follows. */
  restart(): void
  /** Its memory has grown too much. */
  hasGrown(): Promise<boolean>
  /** To be called between pictures: starts afresh when memory has grown too much. */
  recycleIfGrown(): Promise<void>
  close(): Promise<void>
}

/** How much memory it may hold: so many times what it held when it was ready, and so many bytes more. */
export interface Growth {
  factor: number
  bytes: number
}

export interface SupervisorOptions extends SidecarOptions {
  growth?: Growth
}

/** What it exits with when no restart can help (EX_CONFIG of sysexits.h). */
const hopelessCode = 78
const backoffMs = { first: 200, most: 10_000 }
/** Having lived this long, it starts with a clean slate. */
const healthyMs = 20_000
const usualGrowth: Growth = { factor: 2, bytes: 512 * 2 ** 20 }

/** Keeps a sidecar running: restarts it with growing pauses, recycles it when its memory grows, gives up when told so. */
export function createSupervisor({ growth = usualGrowth, ...options }: SupervisorOptions): Supervisor {
  const events = new EventEmitter<Events>()
  let run: SidecarProcess | null = null
  let live: LiveSidecar | null = null
  let bytesWhenReady: number | null = null
  let failures = 0
  let closing = false
  let recycling = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function start() {
    const process = startSidecar(options)
    const began = performance.now()
    run = process
    process.endpoint.then(
      async endpoint => {
        live = { client: createInferenceClient(endpoint), pid: process.pid, exited: process.exited }
        bytesWhenReady = await residentBytes(process.pid)
        options.log.info({ sidecar: process.pid, ms: Math.round(performance.now() - began) }, 'sidecar ready')
        events.emit('ready', live)
      },
      () => {},
    )
    void process.exited.then(exit => {
      live = null
      run = null
      if (closing) return
      if (exit.code === hopelessCode) return void events.emit('hopeless', exit.lastWords)
      if (recycling) {
        recycling = false
        return start()
      }
      failures = performance.now() - began > healthyMs ? 1 : failures + 1
      const pauseMs = Math.min(backoffMs.most, backoffMs.first * 2 ** (failures - 1))
      options.log.error({ ...exit, pauseMs }, 'sidecar ended')
      timer = setTimeout(start, pauseMs)
      events.emit('died', exit)
    })
  }

  async function hasGrown() {
    const bytes = await residentBytes(live?.pid)
    return bytes !== null && bytesWhenReady !== null && bytes >= bytesWhenReady * growth.factor + growth.bytes
  }

  return Object.assign(events, {
    start,
    current: () => live,
    restart() {
      // Nothing is given to it while it dies: what it drops would be blamed on the picture.
      live = null
      run?.kill()
    },
    hasGrown,
    async recycleIfGrown() {
      if (!(await hasGrown()) || !run) return
      options.log.warn({ bytesWhenReady }, 'sidecar grew too much and is started afresh')
      live = null
      recycling = true
      await run.stop()
    },
    async close() {
      closing = true
      clearTimeout(timer)
      await run?.stop()
    },
  })
}

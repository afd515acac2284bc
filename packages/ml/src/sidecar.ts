import type { AddressInfo } from 'node:net'
import { BundleError, verifyBundle } from './bundle/index.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { shuttingDown } from './http/api-error.ts'
import { type App, createApp } from './http/app.ts'
import { whenParentGone, whenToldToStop } from './lifetime.ts'
import { createPipeline } from './pipeline/index.ts'

/** sysexits.h EX_CONFIG: starting again without a change is pointless. */
const exitConfig = 78
/** The process ends so long after the last request was given up. */
const endMs = 500

export type Life = {
  /** Ends when whoever started it does. A container has nobody who would stay. */
  withParent: boolean
  /** Answers 503 while the models load, or is not there yet: then a balancer passes on to another what nobody has begun. */
  answersLoading: boolean
  /** How long requests may finish after SIGTERM. */
  graceMs: number
}

/** Listens, loads the bundle, tells the parent (or the terminal) that it is ready, and lives until told to stop. */
export async function runSidecar(env: NodeJS.ProcessEnv, { withParent, answersLoading, graceMs }: Life) {
  if (withParent) whenParentGone(() => process.exit(0))
  try {
    const config = readConfig(env)
    const app = createApp(config)
    whenToldToStop(() => stop(app, graceMs))
    if (answersLoading) await listen(app, config)
    await load(app, config)
    if (!answersLoading) await listen(app, config)
    announce((app.server.server.address() as AddressInfo).port)
  } catch (error) {
    if (!(error instanceof BundleError || error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`, () => process.exit(exitConfig))
  }
}

async function listen({ server }: App, { host, port }: Config) {
  await server.listen({ host, port }).catch(error => {
    throw new ConfigError(`DABBLE_ML_HOST ${host}, DABBLE_ML_PORT ${port}: cannot listen there (${error.code}).`)
  })
}

async function load(app: App, { bundle, provider, threads, device, batch }: Config) {
  // By default CUDA puts the fastest GPU first: DABBLE_ML_DEVICE would not be the number that nvidia-smi shows.
  process.env.CUDA_DEVICE_ORDER ??= 'PCI_BUS_ID'
  app.setPipeline(await createPipeline(await verifyBundle(bundle), { provider, threads, device }, batch))
}

function announce(port: number) {
  if (process.send) process.send({ type: 'ready', port })
  else process.stdout.write(`${JSON.stringify({ type: 'ready', port })}\n`)
}

function stop({ server, shutdown }: App, graceMs: number) {
  setTimeout(() => shutdown.abort(shuttingDown()), graceMs).unref()
  setTimeout(() => process.exit(0), graceMs + endMs)
  // Callers keep their connections after the answer; closing waits for those.
  setInterval(() => server.server.closeIdleConnections(), 20)
  server.close().then(() => process.exit(0))
}

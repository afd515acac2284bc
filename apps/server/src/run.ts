import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { banner } from './start/banner.ts'
import { StartError } from './start/start-error.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** A close that takes longer is cut short: the database is safe at any moment. */
const closeWithinMs = 4_500

/** Configures, starts, waits for a signal or a fatal error, closes. The first signal asks, the second insists. */
export async function runUntilStopped(environment: Record<string, string | undefined>): Promise<void> {
  let app: ReturnType<typeof createApp> | null = null
  let stopping = false

  async function stop(code: number): Promise<void> {
    if (stopping) process.exit(130)
    stopping = true
    setTimeout(() => process.exit(code || 1), closeWithinMs).unref()
    await app?.close()
    process.exit(code)
  }

  function giveUp(error: unknown): Promise<void> {
    const known = error instanceof StartError
    process.stderr.write(known ? `${error.message}\n` : `${error instanceof Error ? error.stack : error}\n`)
    return stop(1)
  }

  for (const signal of signals) process.on(signal, () => void stop(0))
  try {
    app = createApp(readConfig(environment, process.stdout.isTTY))
    app.failed.catch(error => {
      if (!stopping) void giveUp(error)
    })
    const started = await app.start()
    if (!stopping) process.stdout.write(banner(started))
  } catch (error) {
    if (!stopping) await giveUp(error)
  }
}

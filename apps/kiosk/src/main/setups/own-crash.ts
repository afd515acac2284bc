import type { Setup } from './setup.ts'

/** A program that dies sooner than this after its start would die again. */
const aliveForMs = 10_000

/** Without this Electron shows a dialog with a stack trace to the audience, and stays half alive behind it. */
export const setUpOwnCrash: Setup = ({ electron: { app }, process, log }) => {
  const began = performance.now()
  const restart = (error: unknown) => {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error))
    const worthwhile = performance.now() - began > aliveForMs
    log(worthwhile ? 'starting again' : 'died at its start, which would only repeat')
    if (worthwhile) app.relaunch()
    app.exit(1)
  }
  process.on('uncaughtException', restart)
  process.on('unhandledRejection', restart)
}

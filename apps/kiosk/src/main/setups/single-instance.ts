import type { Setup } from './setup.ts'

/** A second start shows the first one's window and ends: two kiosks would fight over one display. */
export const setUpSingleInstance: Setup = ({ electron: { app }, windows, log }) => {
  if (!app.requestSingleInstanceLock()) {
    log('is already running')
    app.exit(0)
    return false
  }
  app.on('second-instance', () => windows.focus())
}

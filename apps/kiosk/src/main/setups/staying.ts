import type { Setup } from './setup.ts'

/** Nobody but staff ends the program: not a keystroke, not the last window, only who has the terminal or shuts the machine down. */
export const setUpStaying: Setup = ({ electron: { app }, process, exit, leaving }) => {
  app.on('before-quit', event => {
    if (!leaving()) event.preventDefault()
  })
  // Without a listener Electron quits with its last window.
  app.on('window-all-closed', () => {})
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, exit)
}

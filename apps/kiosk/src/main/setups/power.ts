import type { Setup } from './setup.ts'

/** A big screen nobody touches must not go dark; a machine that is shut down must not wait for it. */
export const setUpPower: Setup = ({ electron: { powerMonitor, powerSaveBlocker }, exit }) => {
  powerSaveBlocker.start('prevent-display-sleep')
  powerMonitor.on('shutdown', exit)
}

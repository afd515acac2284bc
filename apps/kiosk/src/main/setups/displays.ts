import type { Setup } from './setup.ts'

/** Projectors are plugged in, unplugged and change their size while the game runs. */
export const setUpDisplays: Setup = ({ electron: { screen }, windows }) => {
  screen.on('display-added', () => windows.place())
  screen.on('display-removed', () => windows.place())
  screen.on('display-metrics-changed', () => windows.place())
}

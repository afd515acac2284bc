import type { BrowserWindow, Display } from 'electron'

/** Shows a window on a display: all of it, for the audience, or beside the desktop's own bars. */
export function putOn(window: BrowserWindow, display: Display, how: 'whole' | 'work-area'): void {
  // Window systems move no window that is full-screen.
  if (window.isKiosk()) window.setKiosk(false)
  window.setBounds(how === 'whole' ? display.bounds : display.workArea)
  // The audience's display must not take the keyboard from staff who are typing.
  window.showInactive()
  if (how === 'whole') window.setKiosk(true)
}

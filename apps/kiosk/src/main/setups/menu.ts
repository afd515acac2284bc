import type { Setup } from './setup.ts'

/** With the menu go its keys: reload, zoom, developer tools, close, quit. */
export const setUpMenu: Setup = ({ electron: { Menu } }) => {
  Menu.setApplicationMenu(null)
}

import { localPageScheme } from '../windows/local-page.ts'
import type { Setup } from './setup.ts'

/** Gives the connect page an origin of its own; Electron takes this before it is ready only. */
export const setUpScheme: Setup = ({ electron: { protocol } }) => {
  protocol.registerSchemesAsPrivileged([localPageScheme])
}

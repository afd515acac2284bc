import electron from 'electron'
import { startKiosk } from './setups.ts'

// Not awaited: Electron becomes ready only once this file has been read to its end.
void startKiosk(electron, process, import.meta.dirname)

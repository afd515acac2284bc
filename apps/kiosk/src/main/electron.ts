/** Electron is handed in: only `main.ts` imports it, so that everything else is tested where its binary is not. */
export type Electron = typeof import('electron')

import type { Configuration } from './src/launch/builder-configuration.ts'
import { electronArguments } from './src/launch/electron-arguments.ts'

/**
 * Packages for people who get the kiosk without the repository: `pnpm --filter @dabble/kiosk package`. electron-builder is fetched
 * when it is used (93 MB that nobody else needs), and so is Electron.
 */
const configuration: Configuration = {
  appId: 'io.github.dabble.kiosk',
  productName: 'Dabble Kiosk',
  // Of this version, whatever a newer electron-builder would take.
  electronVersion: '45.4.1',
  directories: { app: 'dist-electron/app', output: 'dist-electron/packages' },
  // Everything is bundled: without this every package of the repository would be packed as well.
  beforeBuild: async () => false,
  asar: true,
  // What a booth's kiosk has no use for is cut in the binary itself, where no argument or variable brings it back.
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: {
    target: ['AppImage', 'deb'],
    executableArgs: electronArguments('linux'),
    category: 'Game',
    synopsis: 'The big screen of the booth game Dabble',
    maintainer: 'The Dabble authors',
  },
  mac: { target: ['dmg'], category: 'public.app-category.games', hardenedRuntime: true },
  win: { target: ['nsis'] },
}

export default configuration

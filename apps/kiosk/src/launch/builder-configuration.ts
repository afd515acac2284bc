/** What `electron-builder.config.ts` says, of all that electron-builder understands: its own types come with 93 MB. */
export interface Configuration {
  appId: string
  productName: string
  electronVersion: string
  directories: { app: string; output: string }
  beforeBuild(): Promise<boolean>
  asar: boolean
  /** Electron's fuses by electron-builder's names. */
  electronFuses: Record<Fuse, boolean>
  linux: { target: string[]; executableArgs: string[]; category: string; synopsis: string; maintainer: string }
  mac: { target: string[]; category: string; hardenedRuntime: boolean }
  win: { target: string[] }
}

export type Fuse =
  | 'runAsNode'
  | 'enableCookieEncryption'
  | 'enableNodeOptionsEnvironmentVariable'
  | 'enableNodeCliInspectArguments'
  | 'enableEmbeddedAsarIntegrityValidation'
  | 'onlyLoadAppFromAsar'
  | 'loadBrowserProcessSpecificV8Snapshot'
  | 'grantFileProtocolExtraPrivileges'

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import configuration from '../../electron-builder.config.ts'
import { electronArguments } from './electron-arguments.ts'
import { electronVersion } from './electron-binary.ts'

it('every fuse of the binary is set, and to the safe side', () => {
  expect(configuration.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  })
})

it('the program is one archive whose integrity is checked, of the bundled files and nothing else', async () => {
  expect(configuration.asar).toBe(true)
  expect(configuration.directories.app).toBe('dist-electron/app')
  expect(await configuration.beforeBuild()).toBe(false)
})

it('packages the Electron that is tested here', () => {
  expect(configuration.electronVersion).toBe(electronVersion)
})

it('windows can be put on a display wherever Linux runs', () => {
  expect(configuration.linux.executableArgs).toEqual(['--ozone-platform=x11'])
  expect(electronArguments('darwin')).toEqual([])
})

it('what is called without being a dependency is pinned', () => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  expect(manifest).toMatch(/npx -y electron-builder@\d+\.\d+\.\d+ /)
})

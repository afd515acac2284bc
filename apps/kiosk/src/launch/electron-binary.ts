import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The folder of the npm package, which is small: types, checksums and a script that fetches the binary. */
const packageFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
export const electronVersion = manifest.version

/** Electron's binary, where this machine has it; null otherwise. Importing `electron` itself would download it. */
export function electronBinary(environment = process.env): string | null {
  const pathFile = join(packageFolder, 'path.txt')
  const elsewhere = environment.ELECTRON_OVERRIDE_DIST_PATH
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const binary = join(elsewhere ?? join(packageFolder, 'dist'), name)
  return existsSync(binary) ? binary : null
}

/** Fetches the binary, checked against the checksums that the npm package carries. False where that fails. */
export function downloadElectron(): Promise<boolean> {
  const child = spawn(process.execPath, [join(packageFolder, 'install.js')], { stdio: ['ignore', 'inherit', 'ignore'] })
  return new Promise(resolve => {
    child.on('error', () => resolve(false))
    child.on('exit', code => resolve(code === 0))
  })
}

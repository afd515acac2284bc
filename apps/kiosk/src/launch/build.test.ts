import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildElectron } from '../../build-electron.ts'

const folder = mkdtempSync(join(tmpdir(), 'dabble-build-'))
const built = (file: string) => readFileSync(join(folder, file), 'utf8')
beforeAll(() => buildElectron(folder))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('is an app without dependencies whose main file is there', () => {
  const manifest = JSON.parse(built('package.json'))
  expect(manifest).toMatchObject({ name: 'dabble-kiosk', type: 'module', main: 'main.js' })
  expect(manifest.dependencies).toBeUndefined()
})

it('main needs Electron and Node and nothing else', () => {
  const imports = [...built('main.js').matchAll(/^import .*? from "([^"]+)"/gm)].map(([, name]) => name as string)
  expect(imports).toContain('electron')
  expect(imports.filter(name => name !== 'electron' && !name.startsWith('node:'))).toEqual([])
})

it('a sandboxed preload script is one CommonJS file that requires Electron only', () => {
  const code = built('preload.cjs')
  expect([...code.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['electron'])
  expect(code).not.toMatch(/^(import|export) /m)
})

it('the connect page has no inline script, which its policy would refuse', () => {
  const page = built('connect/index.html')
  expect(page).toMatch(/<script type="module"[^>]* src="\/assets\//)
  expect(page).not.toMatch(/<script(?![^>]* src=)/)
})

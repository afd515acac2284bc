import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const repository = resolve(import.meta.dirname, '../../../..')
const kiosk = join(repository, 'apps/kiosk/src')

/** Electron's own list, word for word (docs/tutorial/security.md). */
const checklist = [
  'Only load secure content',
  'Do not enable Node.js integration for remote content',
  'Enable context isolation',
  'Enable process sandboxing',
  'Handle session permission requests from remote content',
  'Do not disable webSecurity',
  'Define a Content-Security-Policy',
  'Do not enable allowRunningInsecureContent',
  'Do not enable experimental features',
  'Do not use enableBlinkFeatures',
  'Do not use allowpopups for WebViews',
  'Verify WebView options before creation',
  'Disable or limit navigation',
  'Disable or limit creation of new windows',
  'Do not use shell.openExternal with untrusted content',
  'Use a current version of Electron',
  'Validate the sender of all IPC messages',
  'Avoid usage of the file:// protocol and prefer usage of custom protocols',
  'Check which fuses you can change',
  'Do not expose Electron APIs to untrusted web content',
]

const rows = readFileSync(join(repository, 'docs/security.md'), 'utf8')
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()))
  .filter(cells => /^\d+$/.test(cells[1] ?? ''))

it('docs/security.md answers every item of the checklist, in its order', () => {
  expect(rows.map(([, number, item]) => `${number} ${item}`)).toEqual(checklist.map((item, n) => `${n + 1} ${item}`))
})

it.each(rows)('%s%s %s: has an answer and a test that is there', (_, _number, _item, answer = '', test = '') => {
  expect(answer.length).toBeGreaterThan(1)
  const files = [...test.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file)
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) expect(existsSync(join(repository, file)), file).toBe(true)
})

it('what must not be used is used nowhere', () => {
  const sources = globSync('{main,preload,launch}/**/*.ts', { cwd: kiosk }).filter(file => !file.endsWith('.test.ts'))
  expect(sources.length).toBeGreaterThan(20)
  for (const file of sources) {
    const text = readFileSync(join(kiosk, file), 'utf8')
    expect(text, file).not.toMatch(/openExternal|<webview|enableBlinkFeatures|loadFile\(|file:\/\/|executeJavaScript/)
  }
})

it('only main.ts and the preload script import Electron itself', () => {
  const sources = globSync('**/*.ts', { cwd: kiosk }).filter(file => !file.endsWith('.test.ts'))
  const importing = sources.filter(file =>
    /^import (?!type).*'electron'/m.test(readFileSync(join(kiosk, file), 'utf8')),
  )
  expect(importing.sort()).toEqual(['main/main.ts', 'preload/preload.ts'])
})

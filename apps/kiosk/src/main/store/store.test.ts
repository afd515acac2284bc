import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore, readSettings } from './store.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dabble-kiosk-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const box = { origin: 'https://booth.example', pin: 'AA:BB' }

it('remembers across starts, in a file of its owner and with no leftovers', () => {
  const file = join(folder, 'deep/kiosk.json')
  openStore(file).set({ box })
  openStore(file).set({ kioskDisplay: 7 })
  expect(openStore(file).get()).toEqual({ box, kioskDisplay: 7 })
  expect(readdirSync(join(folder, 'deep'))).toEqual(['kiosk.json'])
  expect(statSync(file).mode & 0o077).toBe(0)
})

it('what was written half does not replace what was whole', () => {
  const file = join(folder, 'kiosk.json')
  openStore(file).set({ box })
  const before = readFileSync(file, 'utf8')
  // A start that died while writing.
  writeFileSync(`${file}.new`, before.slice(0, 10))
  expect(openStore(file).get().box).toEqual(box)
  openStore(file).set({ kioskDisplay: 1 })
  expect(openStore(file).get()).toEqual({ box, kioskDisplay: 1 })
})

it.each([
  ['nothing', ''],
  ['half a file', '{"box": {"orig'],
  ['other JSON', '[1, 2]'],
  ['null', 'null'],
  ['an address that is none', '{"box": {"origin": "javascript:alert(1)"}}'],
  ['an address with a path', '{"box": {"origin": "https://booth.example/evil"}}'],
  ['wrong types', '{"box": {"origin": 7}, "kioskDisplay": "left"}'],
])('starts afresh with %s in the file', (_, text) => {
  expect(readSettings(text)).toEqual({ box: null, kioskDisplay: null })
})

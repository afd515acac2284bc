import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../game/testing/fixture.ts'

it('ends well when nobody reads what it says, as behind `| head`', async () => {
  const child = dabble(['--help'])
  child.stdout.destroy()
  const complaints = text(child.stderr)
  expect(await once(child, 'close')).toEqual([0, null])
  expect(await complaints).toBe('')
})

it.each([
  ['backup', /copy the game/],
  ['models', /pull <name>/],
])('only says what %s does when asked for help', async (name, expected) => {
  const cwd = temporaryFolder()
  const child = dabble([name, '--help'], cwd)
  const said = text(child.stdout)
  expect(await once(child, 'close')).toEqual([0, null])
  expect(await said).toMatch(expected)
  expect(await readdir(cwd)).toEqual([])
})

const dabble = (args: string[], cwd?: string) =>
  spawn(process.execPath, [resolve(import.meta.dirname, 'main.ts'), ...args], { cwd })

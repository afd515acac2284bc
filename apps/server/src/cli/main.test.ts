import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'

it('ends well when nobody reads what it says, as behind `| head`', async () => {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'main.ts'), '--help'])
  child.stdout.destroy()
  const complaints = text(child.stderr)
  expect(await once(child, 'close')).toEqual([0, null])
  expect(await complaints).toBe('')
})

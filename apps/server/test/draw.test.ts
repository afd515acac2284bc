import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { temporaryFolder } from './harness.ts'
import { runCli } from './server-process.ts'

let folder: string
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => rm(folder, { recursive: true }))

it('draws the same picture for the same words and noise, and compares it with the one before', async () => {
  const out = join(folder, 'duck.png')
  const first = await runCli(['draw', '오리', '--seed', '7', '--out', out, '--partials', '1'], {})
  expect(first.code).toBe(0)
  expect(first.stdout).toContain('duck-step-')
  const picture = await readFile(out)
  const second = await runCli(['draw', '오리', '--seed', '7', '--out', out], {})
  expect(second.stdout).toMatch(/of before: 1\.0000, score 100\.00/)
  expect(Buffer.compare(await readFile(out), picture)).toBe(0)
})

it('says in one line what a wrong order should have been', async () => {
  for (const wrong of [[], ['a', '--seed', '0.5'], ['a', '--partials', '9'], ['a', '--target', 'none.png']]) {
    const { code, stdout, stderr } = await runCli(['draw', ...wrong], {})
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr.trim().split('\n')).toHaveLength(1)
  }
})

it('says in one line what the picture of a target must be, and where nothing can be written', async () => {
  const text = join(folder, 'target.png')
  await writeFile(text, 'no picture')
  const unread = await runCli(['draw', '오리', '--target', text, '--out', join(folder, 'a.png')], {})
  expect(unread.code).toBe(1)
  expect(unread.stderr.trim()).toMatch(/^The image model refuses: The picture cannot be read.*$/)
  const nowhere = await runCli(['draw', '오리', '--partials', '1', '--out', join(folder, 'none/a.png')], {})
  expect(nowhere.code).toBe(1)
  expect(nowhere.stderr.trim()).toMatch(
    /^\S+none\/a\.png cannot be written or read \(ENOENT\)\. Name another file: --out$/,
  )
})

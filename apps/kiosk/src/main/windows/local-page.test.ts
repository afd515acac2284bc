import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { localPageScheme, serveLocalPage } from './local-page.ts'

const outside = mkdtempSync(join(tmpdir(), 'dabble-local-'))
afterAll(() => rmSync(outside, { recursive: true, force: true }))
const folder = join(outside, 'connect')
mkdirSync(folder)
writeFileSync(join(folder, 'index.html'), '<title>connect</title>')
writeFileSync(join(folder, 'notes.txt'), 'not a page')
writeFileSync(join(outside, 'secret.js'), 'secret')
const get = (url: string) => serveLocalPage(folder)({ url })

it('serves the page with a policy that lets it load its own files and nothing else', async () => {
  const response = await get('dabble://connect/')
  expect(await response.text()).toBe('<title>connect</title>')
  const policy = response.headers.get('content-security-policy')
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'/)
  expect(policy).not.toMatch(/unsafe|\*|http/)
})

it.each([
  'dabble://connect/../secret.js',
  'dabble://connect/%2e%2e/secret.js',
  'dabble://connect/..%2fsecret.js',
  'dabble://connect/notes.txt',
  'dabble://connect/missing.js',
  'dabble://elsewhere/',
])('%s is not there', async url => {
  expect((await get(url)).status).toBe(404)
})

it('the scheme is an origin of its own with no special powers', () => {
  const { privileges } = localPageScheme
  expect(privileges?.bypassCSP || privileges?.corsEnabled || privileges?.allowServiceWorkers).toBeFalsy()
  expect(privileges).toMatchObject({ standard: true, secure: true })
})

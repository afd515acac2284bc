import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { whereLeads } from '../src/doctor/leads-here.ts'
import { getSecret } from '../src/game/secret.ts'
import { startGame, withDatabase } from './harness.ts'
import { freePort, runCli } from './server-process.ts'

const doctor = async (environment: Record<string, string>) => {
  const { code, stdout } = await runCli(['doctor'], environment)
  const found = stdout
    .trim()
    .split('\n')
    .map(line => line.split(/ +/))
  return { code, stdout, levels: Object.fromEntries(found.map(([level, what]) => [what, level])) }
}

it('knows a running game by its proof, and no other', async () => {
  await using game = await startGame({ environment: { PORT: String(await freePort()) } })
  const key = withDatabase(game, db => getSecret(db, 'health'))
  expect(await whereLeads(game.url, key)).toMatchObject({ where: 'here', date: expect.any(Number) })
  expect((await whereLeads(game.url, randomBytes(32))).where).toBe('another-game')
  expect((await whereLeads(game.url, null)).where).toBe('another-game')
  // As behind a proxy that keeps the public name to itself.
  expect((await game.visitor().fetch('/healthz?nonce=x', { headers: { host: 'evil.example' } })).status).toBe(200)
  expect(await (await game.visitor().fetch('/healthz?nonce=%3Cscript%3E')).json()).toEqual({ ok: true })

  const other = createServer((_, response) => response.end('It works!')).listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  expect((await whereLeads(`http://127.0.0.1:${port}`, key)).where).toBe('elsewhere')

  const environment = { DABBLE_DATA: game.config.dataFolder, PORT: String(game.config.port), HOST: '127.0.0.1' }
  const well = await doctor(environment)
  expect(well.levels).toMatchObject({
    clock: 'ok',
    port: 'ok',
    bundle: 'ok',
    model: 'ok',
    tls: 'warning',
    address: 'warning',
  })
  const astray = await doctor({ ...environment, PUBLIC_URL: `http://127.0.0.1:${port}` })
  expect(astray.levels).toMatchObject({ port: 'ok', address: 'problem' })
  expect(astray.code).toBe(1)
  other.close()
}, 180_000)

it('looks at a machine on which no game has run yet', async () => {
  const { code, levels, stdout } = await doctor({ DABBLE_DATA: '/tmp/dabble-none', PORT: String(await freePort()) })
  expect(levels).toMatchObject({ port: 'warning', bundle: 'ok', model: 'ok' })
  expect(Object.keys(levels)).not.toContain('address')
  expect([code, stdout]).toEqual([0, expect.stringContaining('drew a picture in')])
})

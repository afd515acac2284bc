import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from './server-process.ts'

/** Debian's and others' nginx; null where there is none. */
export const nginxBinary = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx'].find(existsSync) ?? null

const template = resolve(import.meta.dirname, '../../../deploy/balancer.conf.template')

export interface Balancer {
  url: string
  stop(): Promise<void>
}

/** nginx by the balancer file of deploy/, in front of these addresses (host:port). */
export async function startBalancer(servers: string[]): Promise<Balancer> {
  const folder = await mkdtemp(join(tmpdir(), 'dabble-nginx-'))
  const port = await freePort()
  const names: Record<string, string> = {
    BALANCER_LISTEN: `127.0.0.1:${port}`,
    INFERENCE_SERVERS: servers.map(server => `server ${server} max_fails=1 fail_timeout=2s;`).join('\n'),
  }
  // As the official image fills it in.
  const balancer = (await readFile(template, 'utf8')).replace(/\$\{(\w+)\}/g, (whole, name) => names[name] ?? whole)
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const temporary = kinds.map(kind => `${kind}_temp_path ${folder}/${kind};`).join('\n')
  await writeFile(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${folder}/pid; worker_processes 2;
     error_log ${folder}/error.log warn;
     events {} http { access_log off; ${temporary} ${balancer} }`,
  )
  const child = spawn(nginxBinary as string, ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const exited = new Promise<void>(done => child.once('close', () => done()))
  const url = `http://127.0.0.1:${port}`
  while (!(await fetch(`${url}/healthz`).catch(() => null))) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${await readFile(join(folder, 'error.log'), 'utf8')}`)
    await delay(20)
  }
  return {
    url,
    async stop() {
      child.kill('SIGTERM')
      await exited
      await rm(folder, { recursive: true })
    },
  }
}

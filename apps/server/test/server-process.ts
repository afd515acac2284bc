import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'

const entry = resolve(import.meta.dirname, '../src/main.ts')
const cli = resolve(import.meta.dirname, '../src/cli/main.ts')

/** What a program of ours gets of our own environment: where Node is, and what Node has compiled before. */
export const bareEnvironment = { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }

/**
 * A port for somebody who is going to listen in a moment. Below those that systems give to outgoing connections and to port 0:
 * one of these could be taken again until then by whatever else is being tested.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000)
    const server = createServer()
    const free = new Promise<boolean>(done => {
      server.once('listening', () => done(true)).once('error', () => done(false))
    })
    server.listen(port, '127.0.0.1')
    if (!(await free)) continue
    server.close()
    await once(server, 'close')
    return port
  }
}

/** The program as people start it, in a process group of its own. */
export interface ServerProcess {
  url: string
  child: ChildProcess
  /** What it has written so far. */
  output: { stdout: string; stderr: string }
  exited: Promise<number | null>
  ready(): Promise<void>
  /** Waits until it has written this to stdout: it is ready a moment before it says so. */
  said(words: string): Promise<void>
  /** Process ids of its sidecars. */
  sidecars(): Promise<number[]>
}

export function startServer(environment: Record<string, string>): ServerProcess {
  const child = spawn(process.execPath, [entry], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...bareEnvironment, HOST: '127.0.0.1', ...environment },
  })
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', chunk => {
      output[name] += chunk
    })
  }
  const exited = new Promise<number | null>(done => child.once('close', done))
  const url = `http://127.0.0.1:${environment.PORT}`
  const ended = exited.then(code => {
    throw new Error(`the server ended with ${code}: ${output.stderr}`)
  })
  ended.catch(() => {})
  return {
    url,
    child,
    output,
    exited,
    ready: () => Promise.race([untilReady(url), ended]),
    async said(words) {
      while (!output.stdout.includes(words)) await Promise.race([once(child.stdout as Readable, 'data'), ended])
    },
    sidecars: () => childrenOf(child.pid as number),
  }
}

/** Runs a command of the terminal program to its end. */
export async function runCli(args: string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, [cli, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...bareEnvironment, ...environment },
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', chunk => (output.stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', chunk => (output.stderr += chunk))
  const [code] = await once(child, 'close')
  return { code: code as number, ...output }
}

async function untilReady(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(1_000) }).catch(() => null)
    if (answer?.ok) return
    await delay(30)
  }
}

/** Direct children of a process (Linux). */
export async function childrenOf(pid: number): Promise<number[]> {
  const ids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const parents = await Promise.all(
    ids.map(async id => {
      const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')
      return { id: Number(id), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }
    }),
  )
  return parents.filter(({ parent }) => parent === pid).map(({ id }) => id)
}

/** Waits until a process is gone; false when it is still there after a while. */
export async function isGone(pid: number, withinMs = 5_000): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; ) {
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
    // A zombie is dead; whoever inherited it has not looked yet.
    if (!state || /\) Z /.test(state)) return true
    await delay(20)
  }
  return false
}

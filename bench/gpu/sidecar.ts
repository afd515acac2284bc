import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createInferenceClient, type InferenceClient } from '@dabble/ml/client'
import { timed } from '../ml/times.ts'

const entry = fileURLToPath(new URL('../../packages/ml/src/main.ts', import.meta.url))

export type Sidecar = { client: InferenceClient; startSeconds: number; pid: number; metrics(): Promise<string> }

/** The real sidecar on a free port, while the work goes on. Its own line on stderr says why it does not start. */
export async function withSidecar<T>(environment: Record<string, string>, work: (sidecar: Sidecar) => Promise<T>) {
  const token = randomBytes(24).toString('base64url')
  const env = {
    ...process.env,
    ...environment,
    DABBLE_ML_TOKEN: token,
    DABBLE_ML_PORT: '0',
    DABBLE_ML_HOST: '127.0.0.1',
  }
  const child = fork(entry, [], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`The sidecar ended (${signal ?? code}).`)
  })
  ended.catch(() => {})
  try {
    const { ms, result } = await timed(() => Promise.race([once(child, 'message'), ended]))
    const [{ port }] = result as [{ port: number }]
    const baseUrl = `http://127.0.0.1:${port}`
    const metrics = async () =>
      (await fetch(`${baseUrl}/metrics`, { headers: { authorization: `Bearer ${token}` } })).text()
    const client = createInferenceClient({ baseUrl, token })
    return await Promise.race([work({ client, startSeconds: ms / 1000, pid: child.pid as number, metrics }), ended])
  } finally {
    child.kill('SIGKILL')
  }
}

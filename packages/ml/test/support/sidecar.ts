import { type ChildProcess, type ForkOptions, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createInferenceClient } from '../../src/client/index.ts'

export const token = 'a token for tests only'
export const sidecarPath = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** Environment of a sidecar. */
export const environment = (settings: Record<string, string> = {}) => ({
  ...process.env,
  DABBLE_ML_TOKEN: token,
  ...settings,
})

/** A sidecar process, ready. The caller ends it. */
export async function startSidecar(settings: Record<string, string> = {}, options: ForkOptions = {}) {
  const child = fork(sidecarPath, [], { env: environment(settings), ...options })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  const url = `http://127.0.0.1:${port}`
  return { child, url, client: createInferenceClient({ baseUrl: url, token }) }
}

/** Exit code once the process is gone. */
export async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

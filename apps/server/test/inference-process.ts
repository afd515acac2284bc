import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { freePort } from './server-process.ts'

const serve = resolve(import.meta.dirname, '../../../packages/ml/src/serve.ts')

/** One token for all: callers of a balancer do not choose whom they meet. */
export const inferenceToken = 'one token for all of them'

/** `dabble-inference` as a container runs it, on a port that it has again after a restart. */
export interface InferenceProcess {
  port: number
  child: ChildProcess
  /** Ends it the hard way; returns when it is gone. */
  kill(): Promise<void>
  /** Another process at the same address; returns when it can draw. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export async function startInference(entry = serve, environment: NodeJS.ProcessEnv = {}): Promise<InferenceProcess> {
  const port = await freePort()
  const own = { DABBLE_ML_HOST: '127.0.0.1', DABBLE_ML_PORT: String(port), DABBLE_ML_TOKEN: inferenceToken }
  const start = () => fork(entry, [], { env: { ...process.env, ...own, ...environment } })
  const gone = async (child: ChildProcess) => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  const inference: InferenceProcess = {
    port,
    child: start(),
    async kill() {
      inference.child.kill('SIGKILL')
      await gone(inference.child)
    },
    async restart() {
      inference.child = start()
      await once(inference.child, 'message')
    },
    async stop() {
      inference.child.kill('SIGTERM')
      await gone(inference.child)
    },
  }
  await once(inference.child, 'message')
  return inference
}

import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createInferenceClient } from '../client/index.ts'
import { ModelsError } from './models-error.ts'

/** A large model on a slow CPU takes minutes to load and to draw. */
const deadlineMs = 600_000

type Settings = { gpu: number | null; threads: number }

/** The seconds that drawing one picture takes, which is compared as well. Throws ModelsError. */
export const tryOut = async (bundle: string, settings: Settings): Promise<number> =>
  (await drawSample(bundle, settings)).seconds

/** A picture of a bundle's, and what its CLIP makes of it. */
export type Sample = { png: Buffer; vector: Float32Array; seconds: number }

/**
 * Draws one picture with a bundle and compares it, in a sidecar of its own: what a graph does to a process stays there. Throws
 * ModelsError with the sidecar's own line.
 */
export async function drawSample(bundle: string, settings: Settings): Promise<Sample> {
  const token = randomBytes(24).toString('base64url')
  const child = fork(fileURLToPath(new URL('../main.ts', import.meta.url)), [], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...process.env,
      DABBLE_ML_HOST: '127.0.0.1',
      DABBLE_ML_PORT: '0',
      DABBLE_ML_TOKEN: token,
      DABBLE_ML_BUNDLE: bundle,
      DABBLE_ML_PROVIDER: settings.gpu === null ? 'cpu' : 'cuda',
      DABBLE_ML_DEVICE: String(settings.gpu ?? 0),
      DABBLE_ML_THREADS: String(settings.threads),
    },
  })
  let said = ''
  child.stderr?.on('data', chunk => {
    said += chunk
  })
  const ended = once(child, 'close').then(([, signal]) => {
    throw new ModelsError(
      said.trim().split('\n').at(-1) || `The sidecar was ended by ${signal}: more memory is needed.`,
    )
  })
  ended.catch(() => {})
  try {
    const [{ port }] = (await Promise.race([once(child, 'message'), ended])) as [{ port: number }]
    const client = createInferenceClient({ baseUrl: `http://127.0.0.1:${port}`, token })
    const began = performance.now()
    const drawn = client.generate({ prompt: 'a duck on a lake', seed: 1, deadlineMs })
    const { png } = await Promise.race([drawn, ended])
    const seconds = (performance.now() - began) / 1_000
    const vector = await Promise.race([client.embedImage(png, 'image/png', { deadlineMs }), ended])
    return { png, vector, seconds }
  } catch (error) {
    if (error instanceof ModelsError) throw error
    throw new ModelsError(`It opens, but draws nothing: ${error instanceof Error ? error.message : error}`)
  } finally {
    child.kill('SIGKILL')
  }
}

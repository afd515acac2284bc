import { createInferenceClient, type InferenceClient, type Model } from '@dabble/ml/client'
import type { Config } from '../config.ts'
import { startSidecar } from '../inference/sidecar-process.ts'
import { silentLog } from '../log.ts'
import { type Finding, inGigabytes, ok, problem, warning } from './finding.ts'

/** A picture that takes longer makes a queue of a minute out of five people. */
const slowMs = 10_000
const deadlineMs = 60_000

/** Draws one picture, where the game would have it drawn. */
export async function checkInference(config: Pick<Config, 'inference' | 'bundleFolder' | 'threads'>): Promise<Finding> {
  const { inference, bundleFolder, threads } = config
  if (inference) {
    const { url: baseUrl, authorization } = inference
    const client = createInferenceClient({ baseUrl, authorization: authorization ?? undefined })
    return tried(client, `Start the image server at ${baseUrl}, or correct INFERENCE_URL.`)
  }
  const sidecar = startSidecar({ bundleFolder, threads, log: silentLog })
  try {
    return await tried(createInferenceClient(await sidecar.endpoint), 'Free memory, then try again.')
  } catch (error) {
    return problem(`The image model does not start: ${error instanceof Error ? error.message : error}`)
  } finally {
    await sidecar.stop()
  }
}

async function tried(client: InferenceClient, advice: string): Promise<Finding> {
  try {
    const [model] = await client.models()
    const began = performance.now()
    await client.generate({ prompt: 'a duck on a lake', seed: 1, deadlineMs })
    return judgeInference(model, performance.now() - began)
  } catch (error) {
    return problem(`Nothing was drawn: ${error instanceof Error ? error.message : error}. ${advice}`)
  }
}

export function judgeInference(model: Model | undefined, tookMs: number): Finding {
  const { provider, gpu } = model?.device ?? {}
  const memory = gpu ? ` (${gpu.name}, ${inGigabytes(gpu.memory_free_bytes)} free)` : ''
  const drawn = `${model?.id ?? 'The server'} drew a picture in ${(tookMs / 1000).toFixed(1)} s on ${provider ?? 'a provider it does not name'}${memory}`
  if (tookMs > slowMs) return warning(`${drawn}. That is slow for a booth: use a GPU or a smaller bundle.`)
  if (model && !model.capabilities?.seed)
    return warning(`${drawn}, but it ignores seeds: equal prompts may score differently.`)
  return ok(drawn)
}

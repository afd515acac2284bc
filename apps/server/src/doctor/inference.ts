import { readBundleManifest } from '@dabble/ml/bundle'
import { createInferenceClient, type InferenceClient, type Model } from '@dabble/ml/client'
import type { Config, RemoteInference } from '../config.ts'
import { judgeModels } from '../inference/judge-models.ts'
import { type SidecarOptions, startSidecar } from '../inference/sidecar-process.ts'
import { silentLog } from '../log.ts'
import { type Finding, inGigabytes, ok, problem, warning } from './finding.ts'

/** A picture that takes longer makes a queue of a minute out of five people. */
const slowMs = 10_000
const deadlineMs = 60_000

/** Draws one picture at each place where the game would have it drawn. */
export async function checkInference(
  config: Pick<Config, 'inference' | 'bundleFolder' | 'threads' | 'gpus'>,
): Promise<Finding> {
  const { inference, bundleFolder, threads, gpus } = config
  if (inference) return worst(await Promise.all(inference.urls.map(url => checkAddress(url, inference, bundleFolder))))
  const findings: Finding[] = []
  // One after the other: side by side they would be measured in each other's way.
  for (const gpu of gpus.length > 0 ? gpus : [null]) findings.push(await checkSidecar({ bundleFolder, threads, gpu }))
  return worst(findings)
}

async function checkSidecar(options: Omit<SidecarOptions, 'log'>): Promise<Finding> {
  const sidecar = startSidecar({ ...options, log: silentLog })
  try {
    return await tried(createInferenceClient(await sidecar.endpoint), 'Free memory, then try again.')
  } catch (error) {
    return problem(`The image model does not start: ${error instanceof Error ? error.message : error}`)
  } finally {
    await sidecar.stop()
  }
}

async function checkAddress(baseUrl: string, remote: RemoteInference, bundleFolder: string): Promise<Finding> {
  const { authorization, apiKey, model } = remote
  const endpoint = {
    baseUrl,
    authorization: authorization ?? undefined,
    apiKey: apiKey ?? undefined,
    model: model ?? undefined,
  }
  const models = await createInferenceClient(endpoint)
    .models()
    .catch(() => [])
  const kind = judgeModels(models, readBundleManifest(bundleFolder).id)
  if (kind.kind === 'other-bundle')
    return problem(`${baseUrl} has ${kind.model.bundle}, another bundle than DABBLE_BUNDLE: it would get no work.`)
  const client = createInferenceClient({ ...endpoint, foreign: kind.kind === 'foreign' })
  return tried(client, `Start the image server at ${baseUrl}, or correct INFERENCE_URL.`)
}

/** The worst of several findings speaks for all, with everything that was found as bad. */
function worst(findings: Finding[]): Finding {
  const level =
    (['problem', 'warning', 'ok'] as const).find(is => findings.some(finding => finding.level === is)) ?? 'ok'
  return {
    level,
    text: findings
      .filter(finding => finding.level === level)
      .map(({ text }) => text)
      .join(' '),
  }
}

async function tried(client: InferenceClient, advice: string): Promise<Finding> {
  try {
    const [model] = await client.models().catch(() => [])
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
  if (!model?.capabilities?.seed) return warning(`${drawn}, but it ignores seeds: equal prompts may score differently.`)
  return ok(drawn)
}

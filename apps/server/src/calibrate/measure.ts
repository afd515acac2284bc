import { InferenceDeadline, InferenceRefused, InferenceUnavailable } from '@dabble/ml/client'
import type { Config } from '../config.ts'
import { createInference } from '../inference/inference.ts'
import { silentLog } from '../log.ts'
import { nobodyDraws } from '../start/no-target.ts'
import { StartError } from '../start/start-error.ts'
import { drawPlan, NobodyDraws } from './draw-plan.ts'
import type { Drawing } from './plan.ts'
import type { Drawn } from './similarities.ts'

const trouble = [InferenceDeadline, InferenceRefused, InferenceUnavailable, NobodyDraws]

/**
 * Draws a plan with whoever the settings say draws, begun for this and ended after it. @throws {StartError} when it cannot;
 * the signal's reason when stopped.
 */
export async function measure(
  plan: readonly Drawing[],
  config: Config,
  bundleId: string,
  parts: { signal: AbortSignal; onReady(): void; onDrawn(): void },
): Promise<Drawn[]> {
  const { signal } = parts
  const inference = createInference(config, silentLog, { bundleId })
  const hopeless = Promise.withResolvers<never>()
  const stopped = Promise.withResolvers<never>()
  for (const { promise } of [hopeless, stopped]) promise.catch(() => {})
  inference.onHopeless(message => hopeless.reject(new StartError(message)))
  signal.addEventListener('abort', () => stopped.reject(signal.reason))
  try {
    inference.start()
    const missing = await Promise.race([inference.settled(), hopeless.promise, stopped.promise])
    if (missing) throw nobodyDraws(missing, config)
    parts.onReady()
    const { current, pool } = inference
    return await Promise.race([drawPlan(plan, { ...parts, current, places: pool.places() }), hopeless.promise])
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof Error && trouble.some(kind => error instanceof kind))) throw error
    throw new StartError(
      `Drawing ended: ${error.message || 'nobody can draw any more'}. Nothing was changed; try again.`,
      error,
    )
  } finally {
    await inference.close()
  }
}

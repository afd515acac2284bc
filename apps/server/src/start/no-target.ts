import { InferenceBusy, InferenceDeadline, InferenceRefused, InferenceUnavailable } from '@dabble/ml/client'
import type { Config } from '../config.ts'
import type { Missing } from '../inference/inference.ts'
import { NotPng } from '../pictures/png-size.ts'
import { StartError } from './start-error.ts'

type Where = Pick<Config, 'inference' | 'bundleFolder'>

const drawingTrouble = [InferenceBusy, InferenceDeadline, InferenceRefused, InferenceUnavailable, NotPng]
/** Servers elsewhere answer whole pages. */
const saidAtMost = 200

const serverAt = (urls: string[]) => `The image server at ${urls.join(' or ')}`

/** Nobody can draw the first target. */
export function nobodyDraws(missing: Missing | null, { inference, bundleFolder }: Where): StartError {
  return missing === 'server' && inference
    ? new StartError(
        `${serverAt(inference.urls)} does not answer. Start it or correct INFERENCE_URL, then start again.`,
      )
    : new StartError(
        `The image model in ${bundleFolder} does not start. Free memory, or look with LOG_LEVEL=info why, then start again.`,
      )
}

/** A first target that was not drawn, as a `StartError`; any other error as it is. */
export function explainDrawing(error: unknown, { inference, bundleFolder }: Where): unknown {
  if (!(error instanceof Error && drawingTrouble.some(kind => error instanceof kind))) return error
  const message = inference
    ? `${serverAt(inference.urls)} did not draw the first target: ${error.message.slice(0, saidAtMost)}. ` +
      'Check INFERENCE_URL, INFERENCE_AUTHORIZATION and the server itself, then start again.'
    : `The image model in ${bundleFolder} ended or hung while it drew the first target. Start again; ` +
      'if that does not help, free memory or set DABBLE_BUNDLE to smaller models.'
  return new StartError(message, error)
}

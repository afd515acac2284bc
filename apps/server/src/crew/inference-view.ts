import type { EndpointView, InferenceNote, InferenceView } from '@dabble/api'

/** Whether somebody draws, and what staff should know of who does. */
export function inferenceOf(endpoints: EndpointView[]): InferenceView {
  const drawing = endpoints.filter(({ state }) => state === 'ready' || state === 'set-aside')
  const providers = new Set(drawing.map(({ provider }) => provider).filter(provider => provider !== null))
  const notes: Record<InferenceNote, boolean> = {
    'not-repeatable': drawing.some(({ repeatable }) => !repeatable),
    // In the last digits, embeddings of the same picture differ between processors.
    'providers-differ': providers.size > 1,
  }
  return {
    ready: drawing.length > 0,
    notes: (Object.keys(notes) as InferenceNote[]).filter(note => notes[note]),
    endpoints,
  }
}

import { encodePicture } from '../image/encode.ts'
import type { DrawBatch, Drawing, DrawRequest } from './drawing.ts'
import type { Pixels } from './pixels.ts'

const allAborted = Symbol('all requests of a batch were aborted')

/** One that was aborted keeps its row, and nobody gets its picture: a smaller batch would be new shapes to the graphs. */
export function throwIfAllAborted(requests: readonly DrawRequest[]) {
  if (requests.every(({ signal }) => signal?.aborted)) throw allAborted
}

/** Each request's own end, of a way to draw them together. */
export function settled(draw: (...args: Parameters<DrawBatch>) => Promise<Drawing[]>): DrawBatch {
  return async (requests, onDrawn) => {
    const drawings = await draw(requests, onDrawn).catch(error => {
      if (error !== allAborted) throw error
    })
    return requests.map(({ signal }, i) => {
      const value = drawings?.[i]
      return value && !signal?.aborted ? { status: 'fulfilled', value } : { status: 'rejected', reason: signal?.reason }
    })
  }
}

/** Each picture in the format that its request asked for. */
export const encodeAll = (pictures: readonly Pixels[], requests: readonly DrawRequest[]) =>
  Promise.all(pictures.map((pixels, i) => encodePicture(pixels, requests[i]?.format ?? 'png')))

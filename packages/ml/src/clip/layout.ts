import { area } from '../image/kernels.ts'
import type { Size, Window } from '../image/resample.ts'
import type { Preprocessor } from './preprocessor.ts'

/** Larger pictures are brought to this multiple of the encoder's size before the exact averaging. */
const reduceAbove = 8

export type Layout = {
  /** To which the picture is resized. */
  size: Size
  /** The part of that which is computed. */
  window: Window
  /** Where it stands in the frame; black around it. */
  left: number
  top: number
}

/** Size to which a picture is cut and brought before it is averaged; undefined for the other kernels. */
export function coverOf(picture: Size, { kernel, frame }: Preprocessor): Size | undefined {
  return kernel === area ? multipleOf(frame, picture) : undefined
}

/** How a picture of a size (its cover, where it has one) comes into an encoder's frame. */
export function layoutOf(picture: Size, { kernel, resize, frame }: Preprocessor): Layout {
  if (kernel === area) return { size: frame, window: { left: 0, top: 0, ...frame }, left: 0, top: 0 }
  const size = typeof resize === 'number' ? withShortestEdge(resize, picture) : (resize ?? picture)
  const window = {
    width: Math.min(size.width, frame.width),
    height: Math.min(size.height, frame.height),
    // Halves towards the top left, as transformers' integer division.
    left: Math.max(0, Math.floor((size.width - frame.width) / 2)),
    top: Math.max(0, Math.floor((size.height - frame.height) / 2)),
  }
  return {
    size,
    window,
    left: Math.ceil((frame.width - window.width) / 2),
    top: Math.ceil((frame.height - window.height) / 2),
  }
}

/** The other edge is cut off to whole pixels. */
function withShortestEdge(edge: number, { width, height }: Size): Size {
  return width <= height
    ? { width: edge, height: Math.trunc((edge * height) / width) }
    : { width: Math.trunc((edge * width) / height), height: edge }
}

/** The largest multiple of a frame, in whole pixels, that a picture fills. */
function multipleOf(target: Size, { width, height }: Size): Size {
  const scale = Math.min(width / target.width, height / target.height, reduceAbove)
  return {
    width: Math.max(1, Math.round(scale * target.width)),
    height: Math.max(1, Math.round(scale * target.height)),
  }
}

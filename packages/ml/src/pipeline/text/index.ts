import { type ModelIndex, pipelineKind } from '../../bundle/index.ts'
import type { OnnxOptions } from '../../onnx.ts'
import { openClipText } from './clip-text.ts'
import type { TextConditioner } from './conditioning.ts'
import { openPocketText } from './pocket.ts'
import { openSdxlText } from './sdxl.ts'

export type { Conditioning, PictureSize, TextConditioner } from './conditioning.ts'

/** The text side of a pipeline folder. Throws BundleError. */
export function openText(dir: string, index: ModelIndex, options: OnnxOptions): Promise<TextConditioner> {
  switch (pipelineKind(index)) {
    case 'pocket':
      return openPocketText(dir, options)
    case 'sd':
      return openClipText(dir, options)
    case 'sdxl':
      return openSdxlText(dir, index, options)
  }
}

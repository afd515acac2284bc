import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Precisions in which exporters write a graph beside each other, the one to take first. */
const preferred = ['', '_fp16']

/**
 * A CLIP folder's `vision_model.onnx` or `text_model.onnx`, in onnx/ or beside it; where there is none in full precision, the one
 * in half, then any other such as `vision_model_quantized.onnx`. Undefined where there is none.
 */
export function graphFile(dir: string, name: 'vision_model' | 'text_model'): string | undefined {
  const rank = (file: string) => preferred.indexOf(file.slice(name.length, -'.onnx'.length)) + 1 || Infinity
  for (const folder of ['onnx', '.']) {
    const [best] = filesIn(join(dir, folder))
      .filter(file => new RegExp(`^${name}(_\\w+)?\\.onnx$`).test(file))
      .sort((a, b) => (rank(a) === rank(b) ? a.localeCompare(b) : rank(a) - rank(b)))
    if (best) return join(dir, folder, best)
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

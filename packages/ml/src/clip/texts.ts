import { BundleError } from '../bundle/index.ts'
import { type OnnxOptions, openGraph } from '../onnx.ts'
import { createClipTokenizer } from '../tokenizer/index.ts'
import { graphFile } from './graph-file.ts'
import { normalise } from './normalise.ts'

/** The text encoder of a CLIP folder, run once; undefined where it has none. Throws BundleError. */
export async function openTextEncoder(dir: string, dimensions: number, options: OnnxOptions) {
  const path = graphFile(dir, 'text_model')
  if (!path) return
  const encoder = await openGraph(
    path,
    { inputs: ['input_ids'], optional: ['attention_mask'], outputs: ['text_embeds'] },
    options,
  )
  const tokenizer = createClipTokenizer(dir)

  async function embedText(text: string): Promise<Float32Array> {
    const { ids, shape } = tokenizer.tokenize(text)
    const feeds = { input_ids: encoder.tensor('input_ids', ids, shape) }
    // The text is read from its last token, which sees nothing of the padding behind it: all may be attended to.
    const mask = encoder.inputs.includes('attention_mask') && {
      attention_mask: encoder.tensor('attention_mask', new Int32Array(ids.length).fill(1), shape),
    }
    const { text_embeds } = await encoder.run({ ...feeds, ...mask }, ['text_embeds'])
    return normalise(text_embeds?.data as Float32Array)
  }

  const { length } = await embedText('')
  if (length === dimensions) return embedText
  throw new BundleError(`${path}: texts have ${length} dimensions, pictures ${dimensions}; they are of two models.`)
}

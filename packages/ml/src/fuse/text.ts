import type { PipelineKind } from '../bundle/index.ts'
import type { PictureSize } from '../pipeline/text/index.ts'
import { penultimate, timeIds } from '../pipeline/text/sdxl.ts'
import type { Fusion, Value } from './fusion.ts'
import { cannot, type Part, readPart, typeOf } from './part.ts'
import { repeated } from './to-pixels.ts'

/** The text side of a pipeline inside a graph: what the denoiser is shown, by the names of its inputs. */
export type FusedText = {
  encoders: Part[]
  add(fusion: Fusion, batch: number | string, like: () => Value, picture: PictureSize): Record<string, Value>
}

/** Throws BundleError for kinds whose text side cannot be part of a graph. */
export async function readText(dir: string, kind: PipelineKind): Promise<FusedText> {
  const first = await readPart(dir, 'text_encoder/model.onnx')
  if (kind === 'pocket') throw cannot(first.path, 'is of a pipeline that takes several steps')
  if (kind === 'sd')
    return {
      encoders: [first],
      add: (fusion, batch) => ({
        encoder_hidden_states: encode(fusion, first, 'input_ids', batch).last_hidden_state as Value,
      }),
    }
  const second = await readPart(dir, 'text_encoder_2/model.onnx')
  return {
    encoders: [first, second],
    add(fusion, batch, like, picture) {
      const [left, right] = [penultimateOf(first), penultimateOf(second)]
      const one = encode(fusion, first, 'input_ids', batch)
      const two = encode(fusion, second, 'input_ids_2', batch)
      const { values, shape } = timeIds(picture)
      return {
        encoder_hidden_states: fusion.op('Concat', [one[left] as Value, two[right] as Value], { axis: 2 }),
        text_embeds: two.text_embeds as Value,
        time_ids: repeated(fusion, values, shape, like()),
      }
    },
  }
}

const penultimateOf = ({ path, graph }: Part) => penultimate({ path, outputs: graph.output.map(({ name }) => name) })

/** Ids keep the type that the encoder asks for. */
function encode(fusion: Fusion, encoder: Part, input: string, batch: number | string) {
  const { type, dims } = typeOf(encoder, 'input_ids')
  return fusion.embed(encoder, { input_ids: fusion.input(input, { type, dims: [batch, ...dims.slice(1)] }) })
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fromBinary } from '@bufbuild/protobuf'
import { BundleError } from '../bundle/index.ts'
import { type GraphProto, type ModelProto, ModelProtoSchema, type ValueInfoProto } from './proto/onnx-pb.ts'

/** A graph of a bundle that becomes part of a fused one. */
export type Part = {
  /** Inside the bundle. */
  path: string
  /** The file; weights are parts of it that were not copied. */
  bytes: Uint8Array
  model: ModelProto
  graph: GraphProto
}

/** A tensor's element type and dimensions, which are names where they are open. */
export type TensorType = { type: number; dims: (number | string)[] }

/** Reads a graph's file. Throws BundleError, one line, for what is no ONNX graph or has things that cannot be fused. */
export async function readPart(dir: string, path: string): Promise<Part> {
  const bytes = await readFile(join(dir, path)).catch(error => {
    throw new BundleError(`${join(dir, path)} cannot be read (${error.code}); restore it from a complete copy.`)
  })
  const { model, graph } = parse(bytes, path)
  if (model.functions.length > 0) throw cannot(path, 'has functions of its own; export it without')
  if (graph.sparseInitializer.length > 0) throw cannot(path, 'has sparse weights')
  return { path, bytes, model, graph }
}

function parse(bytes: Uint8Array, path: string) {
  try {
    const model = fromBinary(ModelProtoSchema, bytes)
    if (model.graph && model.graph.output.length > 0) return { model, graph: model.graph }
  } catch {
    // What the library says about a damaged file is of no use to its owner.
  }
  throw new BundleError(`${path} is not an ONNX graph, or is damaged; restore it from a complete copy.`)
}

export const cannot = (path: string, why: string) => new BundleError(`${path} cannot be fused: it ${why}.`)

/** What has to be fed: graphs of old also list their weights as inputs. */
export function inputsOf({ graph }: Part): ValueInfoProto[] {
  const weights = new Set(graph.initializer.map(({ name }) => name))
  return graph.input.filter(({ name }) => !weights.has(name))
}

/** An input's or output's type by its name. Throws BundleError where there is none of this name, or it is no tensor. */
export function typeOf(part: Part, name: string): TensorType {
  const value = [...part.graph.input, ...part.graph.output].find(own => own.name === name)
  if (!value) throw cannot(part.path, `has no input or output named "${name}"`)
  const tensor = value.type?.value
  if (tensor?.case !== 'tensorType') throw cannot(part.path, `has "${name}", which is no tensor`)
  const { elemType, shape } = tensor.value
  return {
    type: elemType,
    dims: (shape?.dim ?? []).map(({ value }, i) =>
      value.case === 'dimValue' ? Number(value.value) : value.value || `${name}_${i}`,
    ),
  }
}

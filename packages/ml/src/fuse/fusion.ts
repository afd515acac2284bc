import { create, toBinary } from '@bufbuild/protobuf'
import { float32, int64 } from './element-types.ts'
import { mergeOpsets } from './opsets.ts'
import { cannot, inputsOf, type Part, type TensorType, typeOf } from './part.ts'
import {
  AttributeProtoSchema,
  type GraphProto,
  GraphProtoSchema,
  ModelProtoSchema,
  NodeProtoSchema,
  TensorProtoSchema,
  type ValueInfoProto,
  ValueInfoProtoSchema,
} from './proto/onnx-pb.ts'
import { prune } from './prune.ts'
import { renameValues } from './rename.ts'
import { weightInPlace } from './weights.ts'

/** What flows through a graph, and its element type. */
export type Value = { name: string; type: number }
type Attributes = Record<string, number | number[]>

/** AttributeProto.AttributeType. */
const wholeNumber = 2
const wholeNumbers = 7

export type Fusion = ReturnType<typeof createFusion>

/** A graph under construction, of parts and of operators between them, in the order in which they are added. */
export function createFusion(name: string) {
  const graph: GraphProto = create(GraphProtoSchema, { name })
  const parts: Part[] = []

  function op(opType: string, inputs: Value[], attributes: Attributes = {}, type = inputs[0]?.type ?? float32): Value {
    const output = `${name}/${opType}_${graph.node.length}`
    const attribute = Object.entries(attributes).map(([name, value]) =>
      create(
        AttributeProtoSchema,
        typeof value === 'number'
          ? { name, type: wholeNumber, i: BigInt(value) }
          : { name, type: wholeNumbers, ints: value.map(BigInt) },
      ),
    )
    graph.node.push(
      create(NodeProtoSchema, {
        name: output,
        opType,
        input: inputs.map(({ name }) => name),
        output: [output],
        attribute,
      }),
    )
    return { name: output, type }
  }

  function constant(values: Float32Array | BigInt64Array, dims: readonly number[]): Value {
    const type = values instanceof Float32Array ? float32 : int64
    const tensor = `${name}/constant_${graph.initializer.length}`
    const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
    graph.initializer.push(create(TensorProtoSchema, { name: tensor, dims: dims.map(BigInt), dataType: type, rawData }))
    return { name: tensor, type }
  }

  const cast = (value: Value, to: number) => (value.type === to ? value : op('Cast', [value], { to }, to))

  return {
    op,
    constant,
    cast,
    input(name: string, { type, dims }: TensorType): Value {
      graph.input.push(valueInfo(name, { type, dims }))
      return { name, type }
    },
    output(name: string, value: Value, dims: TensorType['dims']) {
      graph.output.push(valueInfo(name, { type: value.type, dims }))
      graph.node.push(create(NodeProtoSchema, { name, opType: 'Identity', input: [value.name], output: [name] }))
    },
    /** Adds a part, fed with these values by the names of its inputs. Returns its outputs. A part can be added once. */
    embed(part: Part, feeds: Record<string, Value>): Record<string, Value> {
      const fed = new Map(
        inputsOf(part).map(({ name }) => {
          const feed = feeds[name]
          if (!feed) throw cannot(part.path, `asks for "${name}", which is not known here`)
          return [name, cast(feed, typeOf(part, name).type).name]
        }),
      )
      const rename = (name: string) => fed.get(name) ?? `${part.path}/${name}`
      const outputs = part.graph.output.map(({ name }): [string, Value] => [
        name,
        { name: rename(name), type: typeOf(part, name).type },
      ])
      renameValues(part.graph, rename)
      graph.node.push(...part.graph.node)
      for (const tensor of part.graph.initializer) graph.initializer.push(weightInPlace(tensor, part))
      parts.push(part)
      return Object.fromEntries(outputs)
    },
    /** The graph's file, to lie in the bundle's root. Throws BundleError where the parts do not go together. */
    build(): Uint8Array {
      const opsets = [...mergeOpsets(parts)].map(([domain, version]) => ({ domain, version: BigInt(version) }))
      prune(graph)
      const irVersion = BigInt(Math.max(...parts.map(({ model }) => Number(model.irVersion))))
      return toBinary(
        ModelProtoSchema,
        create(ModelProtoSchema, { irVersion, producerName: 'dabble', opsetImport: opsets, graph }),
      )
    },
  }
}

function valueInfo(name: string, { type, dims }: TensorType): ValueInfoProto {
  const dim = dims.map(value =>
    typeof value === 'number'
      ? { value: { case: 'dimValue' as const, value: BigInt(value) } }
      : { value: { case: 'dimParam' as const, value } },
  )
  return create(ValueInfoProtoSchema, {
    name,
    type: { value: { case: 'tensorType', value: { elemType: type, shape: { dim } } } },
  })
}

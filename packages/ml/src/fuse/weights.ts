import { posix } from 'node:path'
import { create } from '@bufbuild/protobuf'
import type { Part } from './part.ts'
import { type TensorProto, TensorProtoSchema } from './proto/onnx-pb.ts'

/** Shorter ones come along: shapes and axes have to be in the graph itself. */
const leastBytes = 1024
/** TensorProto.DataLocation. */
const inAnotherFile = 1

/**
 * A part's weight as the fused graph in the bundle's root has it: it stays in the file where it lies, which may be the part's own
 * graph, so that nothing is stored twice and a fused graph is small, however large its parts are.
 */
export function weightInPlace(tensor: TensorProto, { path, bytes }: Part): TensorProto {
  if (tensor.dataLocation === inAnotherFile) {
    for (const entry of tensor.externalData)
      if (entry.key === 'location') entry.value = posix.join(posix.dirname(path), entry.value)
    return tensor
  }
  const { name, dims, dataType, rawData } = tensor
  if (rawData.length < leastBytes) return tensor
  return create(TensorProtoSchema, {
    name,
    dims,
    dataType,
    dataLocation: inAnotherFile,
    externalData: [
      { key: 'location', value: path },
      { key: 'offset', value: String(rawData.byteOffset - bytes.byteOffset) },
      { key: 'length', value: String(rawData.length) },
    ],
  })
}

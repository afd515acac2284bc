import type { Graph, Output, Tensor, Values } from '../onnx.ts'
import { toFloat32 } from '../onnx-values.ts'

/** Things of one shape, one after the other in memory. */
export type Rows = { values: Float32Array; shape: readonly number[] }

export const product = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1)

/** Row `index`, not copied. */
export function row({ values, shape }: Rows, index: number): Rows {
  const length = product(shape)
  return { values: values.subarray(index * length, (index + 1) * length), shape }
}

/** One array of all; not copied where there is only one. */
export function concat(parts: readonly Float32Array[]): Float32Array {
  const [first] = parts
  if (parts.length === 1 && first) return first
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/**
 * Runs a graph on so many rows at once; where the graph was exported for a fixed batch, in as many runs as that takes. `input` is
 * one that has the batch as its first dimension.
 */
export function rowRunner(graph: Graph, input: string, rows: number) {
  const [fixed] = graph.inputShape(input)
  const size = typeof fixed === 'number' ? fixed : rows
  const starts = Array.from({ length: Math.ceil(rows / size) }, (_, run) => run * size)

  return {
    /** Values of all rows, each of this shape; a tensor for each run. */
    tensors(name: string, values: Values, shape: readonly number[]): Tensor[] {
      const length = product(shape)
      return starts.map(start => graph.tensor(name, filled(values, start * length, size * length), [size, ...shape]))
    },
    /** What is the same for every row. */
    shared(name: string, values: Values, dims: readonly number[]): Tensor[] {
      return Array(starts.length).fill(graph.tensor(name, values, dims))
    },
    /** Outputs in the order of their names, a row for each of the inputs'. */
    async run<const Names extends readonly string[]>(feeds: Record<string, Tensor[]>, names: Names) {
      const results = await runs(feeds, names)
      return names.map(name => join(results.map(result => result[name] as Output))) as { [Name in keyof Names]: Rows }
    },
    /** Outputs as the graph gives them, of each run; the last may have more rows than were asked for. */
    runs,
  }

  async function runs(feeds: Record<string, Tensor[]>, names: readonly string[]) {
    const results: Record<string, Output>[] = []
    for (const run of starts.keys()) {
      const own = Object.entries(feeds).map(([name, tensors]) => [name, tensors[run]])
      results.push(await graph.run(Object.fromEntries(own), names))
    }
    return results
  }

  function join(outputs: readonly Output[]): Rows {
    const shape = outputs[0]?.dims.slice(1) ?? []
    return {
      values: concat(outputs.map(({ data }) => toFloat32(data) as Float32Array)).subarray(0, rows * product(shape)),
      shape,
    }
  }
}

/** A part of the values; a last one that is short ends with zeros, and the answers to those rows are dropped. */
function filled(values: Values, start: number, length: number): Values {
  if (start === 0 && values.length === length) return values
  const part = values.slice(start, start + length)
  if (part.length === length) return part
  const whole = values instanceof Float32Array ? new Float32Array(length) : new Int32Array(length)
  whole.set(part)
  return whole
}

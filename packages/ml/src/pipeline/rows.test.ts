import { expect, test } from 'vitest'
import type { Graph, Tensor } from '../onnx.ts'
import { rowRunner } from './rows.ts'

/** A graph that adds up each row, exported for so many rows or any number; remembers the batches it was run with. */
function summing(batch: number | string) {
  const batches: (readonly number[])[] = []
  const graph = {
    inputShape: () => [batch, 3],
    tensor: (_name, values, dims) => ({ data: values, dims }) as Tensor,
    async run({ rows }) {
      const { data, dims } = rows as Tensor
      batches.push(dims)
      const sums = Array.from({ length: dims[0] as number }, (_, i) =>
        (data as Float32Array).slice(3 * i, 3 * i + 3).reduce((a, b) => a + b),
      )
      return { sum: { data: Float32Array.from(sums), dims: [sums.length, 1] } }
    },
  } satisfies Partial<Graph>
  return { graph: graph as unknown as Graph, batches }
}

async function sums(graph: Graph, rows: number) {
  const runner = rowRunner(graph, 'rows', rows)
  const values = Float32Array.from({ length: 3 * rows }, (_, i) => i)
  const [sum] = await runner.run({ rows: runner.tensors('rows', values, [3]) }, ['sum'])
  return [...sum.values]
}

test('any batch: one run', async () => {
  const { graph, batches } = summing('batch')
  expect(await sums(graph, 3)).toEqual([3, 12, 21])
  expect(batches).toEqual([[3, 3]])
})

test('a fixed batch of one: one after the other', async () => {
  const { graph, batches } = summing(1)
  expect(await sums(graph, 3)).toEqual([3, 12, 21])
  expect(batches).toEqual([
    [1, 3],
    [1, 3],
    [1, 3],
  ])
})

test('a fixed batch of two: the last run is filled up, and only real rows come back', async () => {
  const { graph, batches } = summing(2)
  expect(await sums(graph, 3)).toEqual([3, 12, 21])
  expect(batches).toEqual([
    [2, 3],
    [2, 3],
  ])
  expect(await sums(graph, 1)).toEqual([3])
})

import { expect, test } from 'vitest'
import type { Graph, Shape, Tensor } from '../onnx.ts'
import { createPredict } from './predict.ts'
import type { Conditioning } from './text/index.ts'

/**
 * A denoiser that answers with each row's text, whose inputs have these shapes; remembers what it was fed. Real graphs of all these
 * forms are not at hand.
 */
function echoing(shapes: Record<string, Shape>) {
  const fed: Record<string, Tensor>[] = []
  const graph = {
    inputs: Object.keys(shapes),
    inputShape: name => shapes[name] as Shape,
    tensor: (_name, values, dims) => ({ data: values, dims }) as Tensor,
    async run(feeds) {
      fed.push(feeds)
      const data = Float32Array.from(feeds.encoder_hidden_states?.data as Float32Array)
      return { out_sample: { data, dims: feeds.sample?.dims ?? [] } }
    },
  } satisfies Partial<Graph>
  return { graph: graph as unknown as Graph, fed }
}

const dynamic = { sample: ['batch', 1, 1, 1], encoder_hidden_states: ['batch', 1, 1] }
const shown = (value: number): Conditioning => ({
  encoder_hidden_states: { values: Float32Array.of(value), shape: [1, 1] },
  time_ids: { values: Float32Array.of(8), shape: [1] },
})
const predictFor = (graph: Graph, guidance: number) =>
  createPredict(graph, { text: [shown(3), shown(5)], negative: shown(1), guidance, latentShape: [1, 1, 1] })
const sample = Float32Array.of(7, 9)

test('with guidance each row runs beside its negative, in one batch', async () => {
  const { graph, fed } = echoing({ ...dynamic, timestep: [] })
  expect([...(await predictFor(graph, 2)(sample, 999))]).toEqual([1 + 2 * (3 - 1), 1 + 2 * (5 - 1)])
  expect(fed).toHaveLength(1)
  expect(fed[0]?.sample).toMatchObject({ data: Float32Array.of(7, 9, 7, 9), dims: [4, 1, 1, 1] })
  expect(fed[0]?.encoder_hidden_states?.data).toEqual(Float32Array.of(3, 5, 1, 1))
})

test.each([0, 1])('guidance %i is off: the negative is not run', async guidance => {
  const { graph, fed } = echoing({ ...dynamic, timestep: [] })
  expect([...(await predictFor(graph, guidance)(sample, 999))]).toEqual([3, 5])
  expect(fed[0]?.sample?.dims).toEqual([2, 1, 1, 1])
})

test('a graph is fed what it asks for, and nothing else', async () => {
  const plain = echoing({ ...dynamic, timestep: [] })
  await predictFor(plain.graph, 0)(sample, 1)
  expect(Object.keys(plain.fed[0] ?? {}).sort()).toEqual(['encoder_hidden_states', 'sample', 'timestep'])

  const sized = echoing({ ...dynamic, timestep: [], time_ids: ['batch', 1] })
  await predictFor(sized.graph, 0)(sample, 1)
  expect(sized.fed[0]?.time_ids?.data).toEqual(Float32Array.of(8, 8))
})

test.each([
  ['a scalar', [], [], [999]],
  ['one value', [1], [1], [999]],
  ['a fixed two', [2], [2], [999, 999]],
  ['one value under a name of its own, as older exporters wrote it', ['steps'], [1], [999]],
  ['one a row', ['batch'], [2], [999, 999]],
])('the timestep as %s', async (_, shape, dims, data) => {
  const { graph, fed } = echoing({ ...dynamic, timestep: shape })
  await predictFor(graph, 0)(sample, 999)
  expect(fed[0]?.timestep).toMatchObject({ data: Float32Array.from(data), dims })
})

test('a denoiser distilled with guidance is told it, and runs no pairs', async () => {
  const { graph, fed } = echoing({ ...dynamic, timestep: [], timestep_cond: ['batch', 4] })
  expect([...(await predictFor(graph, 8)(sample, 999))]).toEqual([3, 5])
  expect(fed[0]?.timestep_cond?.dims).toEqual([2, 4])
})

test('graphs for a fixed batch of one take a pair in two runs', async () => {
  const { graph, fed } = echoing({ sample: [1, 1, 1, 1], encoder_hidden_states: [1, 1, 1], timestep: [1] })
  expect([...(await predictFor(graph, 2)(sample, 999))]).toEqual([5, 9])
  expect(fed.map(({ sample }) => sample?.dims)).toEqual(Array(4).fill([1, 1, 1, 1]))
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create, fromBinary, type MessageInitShape, toBinary } from '@bufbuild/protobuf'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fixturesDir } from '../../test/support/fixtures.ts'
import { BundleError } from '../bundle/index.ts'
import { openGraph } from '../onnx.ts'
import { float32 } from './element-types.ts'
import { createFusion, type Value } from './fusion.ts'
import { readPart } from './part.ts'
import { type ModelProto, ModelProtoSchema, type NodeProtoSchema, type TensorProtoSchema } from './proto/onnx-pb.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dabble-fusion-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const row = (name: string) => ({
  name,
  type: {
    value: {
      case: 'tensorType' as const,
      value: { elemType: float32, shape: { dim: [{ value: { case: 'dimValue' as const, value: 2n } }] } },
    },
  },
})
const graphType = 5

type GraphInit = {
  node: MessageInitShape<typeof NodeProtoSchema>[]
  initializer?: MessageInitShape<typeof TensorProtoSchema>[]
  input?: ReturnType<typeof row>[]
}
type ModelInit = { opsetImport?: { domain: string; version: bigint }[]; functions?: { name: string }[] }

/** A graph from x to y, written to a file. */
function write(file: string, graph: GraphInit, model: ModelInit = {}) {
  const whole = create(ModelProtoSchema, {
    irVersion: 8n,
    opsetImport: [{ domain: '', version: 17n }],
    graph: { name: 'g', input: [row('x')], output: [row('y')], ...graph },
    ...model,
  })
  writeFileSync(join(dir, file), toBinary(ModelProtoSchema, whole))
}

/** Parts one after the other, from x to y. */
async function chain(...files: string[]) {
  const fusion = createFusion('chain')
  let value: Value = fusion.input('x', { type: float32, dims: [2] })
  for (const file of files) value = fusion.embed(await readPart(dir, file), { x: value }).y as Value
  fusion.output('y', value, [2])
  writeFileSync(join(dir, 'chain.onnx'), fusion.build())
  return fromBinary(ModelProtoSchema, readFileSync(join(dir, 'chain.onnx')))
}

async function run(): Promise<number[]> {
  const graph = await openGraph(
    join(dir, 'chain.onnx'),
    { inputs: ['x'], outputs: ['y'] },
    { provider: 'cpu', threads: 1 },
  )
  const { y } = await graph.run({ x: graph.tensor('x', Float32Array.of(1, -2), [2]) })
  return [...(y?.data ?? [])]
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(String, error => error)
  expect(error).toBeInstanceOf(BundleError)
  expect(error.message).not.toContain('\n')
  return error.message
}

const node = (opType: string, input: string[], output: string[]) => ({ opType, input, output })
const ofTwo = (name: string, ...values: number[]) => ({
  name,
  dims: [2n],
  dataType: float32,
  rawData: new Uint8Array(Float32Array.from(values).buffer),
})
const opTypes = ({ graph }: ModelProto) => graph?.node.map(({ opType }) => opType)

test('parts with the same names of their own do not meet, and what no output needs is left out', async () => {
  const weighted = (opType: string, weight: number) => ({
    node: [node(opType, ['x', 'w'], ['t']), node('Exp', ['t'], ['unused']), node('Neg', ['t'], ['y'])],
    initializer: [ofTwo('w', weight, weight), ofTwo('nobody', 1, 1)],
  })
  write('a.onnx', weighted('Add', 10))
  write('b.onnx', weighted('Mul', 3))
  const model = await chain('a.onnx', 'b.onnx')
  expect(opTypes(model)).toEqual(['Add', 'Neg', 'Mul', 'Neg', 'Identity'])
  expect(model.graph?.initializer.map(({ name }) => name)).toEqual(['a.onnx/w', 'b.onnx/w'])
  expect(await run()).toEqual([33, 24])
})

test('branches keep seeing the values around them', async () => {
  const branch = (opType: string) => ({
    g: { name: opType, node: [node(opType, ['t', 'w'], ['inside'])], output: [row('inside')] },
    type: graphType,
  })
  write('a.onnx', {
    node: [
      node('Neg', ['x'], ['t']),
      node('Identity', ['yes'], ['condition']),
      {
        ...node('If', ['condition'], ['y']),
        attribute: [
          { name: 'then_branch', ...branch('Mul') },
          { name: 'else_branch', ...branch('Add') },
        ],
      },
    ],
    initializer: [ofTwo('w', 5, 7), { name: 'yes', dataType: 9, rawData: Uint8Array.of(1) }],
  })
  await chain('a.onnx')
  expect(await run()).toEqual([-5, 14])
})

test('an older part comes along where its operators still mean the same, and not where one changed', async () => {
  const older = { opsetImport: [{ domain: '', version: 12n }] }
  write('a.onnx', { node: [node('Relu', ['x'], ['y'])] }, older)
  write('b.onnx', { node: [node('Neg', ['x'], ['y'])] })
  const model = await chain('a.onnx', 'b.onnx')
  expect(model.opsetImport.map(({ version }) => version)).toEqual([17n])
  expect(await run()).toEqual([-1, -0])
  write('a.onnx', { node: [node('Softmax', ['x'], ['y'])] }, older)
  expect(await refusal(chain('a.onnx', 'b.onnx'))).toBe(
    'a.onnx cannot be fused: it is of opset 12 and another part of 17, between which Softmax changed; export all with the same.',
  )
})

test('weights stay where they are: in the part itself, or in the file beside it', async () => {
  const folder = join(fixturesDir, 'pipelines/sd-turbo-legacy-fp16')
  const fusion = createFusion('whole')
  const part = await readPart(folder, 'unet/model.onnx')
  const decoder = await readPart(folder, 'vae_decoder/model.onnx')
  const whole = readFileSync(join(folder, 'vae_decoder/model.onnx'))
  const inside = decoder.graph.initializer.find(({ rawData }) => rawData.length >= 1024)
  const [name, bytes] = [inside?.name, Buffer.from(inside?.rawData ?? [])]
  const { out_sample } = fusion.embed(part, {
    sample: fusion.input('sample', { type: float32, dims: [1, 4, 8, 8] }),
    timestep: fusion.input('timestep', { type: float32, dims: [1] }),
    encoder_hidden_states: fusion.input('states', { type: float32, dims: [1, 77, 32] }),
  })
  const { sample } = fusion.embed(decoder, { latent_sample: out_sample as Value })
  fusion.output('y', sample as Value, [1, 3, 32, 32])
  const { graph } = fromBinary(ModelProtoSchema, fusion.build())
  const where = graph?.initializer.map(({ name, externalData }) => ({
    name,
    ...Object.fromEntries(externalData.map(({ key, value }) => [key, value])),
  })) as { name: string; location?: string; offset: string; length: string }[]
  const own = where.find(weight => weight.name === `vae_decoder/model.onnx/${name}`)
  expect(own?.location).toBe('vae_decoder/model.onnx')
  expect(whole.subarray(Number(own?.offset), Number(own?.offset) + Number(own?.length)).equals(bytes)).toBe(true)
  expect(where.filter(({ location }) => location === 'unet/model.onnx_data')).toHaveLength(87)
})

test('what cannot be fused is refused in one line', async () => {
  writeFileSync(join(dir, 'a.onnx'), 'no graph at all')
  expect(await refusal(chain('a.onnx'))).toMatch(/^a\.onnx is not an ONNX graph, or is damaged/)
  write('a.onnx', { node: [node('Neg', ['z'], ['y'])], input: [row('z')] })
  expect(await refusal(chain('a.onnx'))).toBe('a.onnx cannot be fused: it asks for "z", which is not known here.')
  write('a.onnx', { node: [node('Mine', ['x'], ['y'])] }, { functions: [{ name: 'Mine' }] })
  expect(await refusal(chain('a.onnx'))).toMatch(/has functions of its own/)
  write('a.onnx', { node: [node('Neg', ['x'], ['y'])] }, { opsetImport: [{ domain: '', version: 9n }] })
  expect(await refusal(chain('a.onnx'))).toMatch(/is of opset 9; export it with 11 or newer/)
  expect(await refusal(chain('nowhere.onnx'))).toMatch(/nowhere\.onnx cannot be read \(ENOENT\)/)
})

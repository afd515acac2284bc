import ort from 'onnxruntime-node'
import { BundleError } from './bundle/index.ts'
import { diagnoseCuda } from './cuda/diagnose.ts'
import { isCudaError } from './cuda/explain.ts'
import { toDtype, toFloat32, type Values } from './onnx-values.ts'

// Its errors are thrown as well; on stderr they would bury the one line that says what to do.
ort.env.logLevel = 'fatal'

export type Provider = 'cpu' | 'cuda'
export type OnnxOptions = {
  provider: Provider
  /** Threads within one operator, per graph. */
  threads: number
  /** The GPU, as nvidia-smi numbers them; 0 unless given. Node's binding passes CUDA no other setting, no memory limit either. */
  device?: number
}
export type { Values } from './onnx-values.ts'
export type Tensor = ort.Tensor
/** A dimension that is not fixed is its name. */
export type Shape = readonly (number | string)[]
/** An output, converted to float32 where the graph computes in another type; only bytes stay bytes. */
export type Output = { data: Float32Array | Uint8Array; dims: readonly number[] }

/** Inputs and outputs that a graph is to have; it may ask for the optional inputs, and for no others. */
export type Expected = { inputs: readonly string[]; optional?: readonly string[]; outputs: readonly string[] }

/** One ONNX graph, ready to run. */
export type Graph = {
  path: string
  inputs: readonly string[]
  outputs: readonly string[]
  /** Shapes by the graph's own metadata. */
  inputShape(name: string): Shape
  outputShape(name: string): Shape
  /** ONNX Runtime's name of an input's type, such as `float16`. */
  inputType(name: string): string
  /** Values in the dtype the graph asks for; float32 and bytes may be used as they are, so they must not change before the run. */
  tensor(name: string, values: Values, dims: readonly number[]): Tensor
  /** Runs on this thread and blocks it; starts after a turn of the event loop. Computes all outputs, or only those named. */
  run(feeds: Record<string, Tensor>, outputs?: readonly string[]): Promise<Record<string, Output>>
}

/**
 * Opens a graph; external weights are found beside it. Throws BundleError when it cannot be loaded, lacks an input or output of
 * those named, asks for another, or when the provider is not available here: asking for CUDA never silently runs on the CPU.
 */
export async function openGraph(path: string, expected: Expected, options: OnnxOptions): Promise<Graph> {
  const session = await ort.InferenceSession.create(path, sessionOptions(options)).catch(error => {
    throw bundleError(error, `${path} does not load`, options)
  })
  const { inputNames, outputNames } = session
  const known = [...expected.inputs, ...(expected.optional ?? [])]
  const wrong =
    expected.inputs.find(name => !inputNames.includes(name)) ??
    inputNames.find(name => !known.includes(name)) ??
    expected.outputs.find(name => !outputNames.includes(name))
  if (wrong) throw new BundleError(`${path}: input or output "${wrong}" is not what this version of Dabble runs.`)

  const input = (name: string) => tensorOf(session.inputMetadata, name, path)
  return {
    path,
    inputs: inputNames,
    outputs: outputNames,
    inputShape: name => input(name).shape,
    outputShape: name => tensorOf(session.outputMetadata, name, path).shape,
    inputType: name => input(name).type,
    tensor(name, values, dims) {
      const { type } = input(name)
      const data = toDtype(values, type)
      if (data) return createTensor(type, data, dims)
      throw new BundleError(`${path}: input "${name}" is ${type}, which this version of Dabble does not feed.`)
    },
    async run(feeds, outputs = outputNames) {
      const results = Object.entries(await session.run(feeds, outputs))
      return Object.fromEntries(
        results.map(([name, { data, dims, type }]) => {
          const values = data instanceof Uint8Array ? data : toFloat32(data)
          if (values) return [name, { data: values, dims }]
          throw new BundleError(`${path}: output "${name}" is ${type}, which this version of Dabble does not read.`)
        }),
      )
    },
  }
}

/** What ONNX Runtime threw while a bundle was made ready, as one line that says what to do. */
export function bundleError(error: unknown, what: string, { provider }: OnnxOptions): BundleError {
  if (error instanceof BundleError) return error
  const oneLine = String(error instanceof Error ? error.message : error).replaceAll(/\s+/g, ' ')
  // A damaged graph does not open on a GPU either, and nothing is wrong with CUDA then.
  return new BundleError(provider === 'cuda' && isCudaError(oneLine) ? diagnoseCuda(error) : `${what}: ${oneLine}`)
}

/** How sessions are made, by provider. */
function sessionOptions({ provider, threads, device = 0 }: OnnxOptions): ort.InferenceSession.SessionOptions {
  return {
    executionProviders: provider === 'cuda' ? [{ name: 'cuda', deviceId: device }] : ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // Weights may be int8; without this they meet in integer arithmetic, whose sums differ between thread counts.
    extra: { session: { disable_quant_qdq: '1' } },
  }
}

function createTensor(type: string, data: object, dims: readonly number[]): Tensor {
  const tensor = new ort.Tensor(type as 'float32', data as Float32Array, dims)
  // The native part of ONNX Runtime 1.29 does not know Float16Array and would read no bytes of it.
  if (data instanceof Float16Array)
    Object.defineProperty(tensor, 'data', { value: new Uint16Array(data.buffer, data.byteOffset, data.length) })
  return tensor
}

function tensorOf(metadata: readonly ort.InferenceSession.ValueMetadata[], name: string, path: string) {
  const found = metadata.find(value => value.name === name)
  if (!found?.isTensor) throw new BundleError(`${path}: "${name}" is not a tensor.`)
  return found
}

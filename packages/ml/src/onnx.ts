import ort from 'onnxruntime-node'
import { BundleError } from './bundle/index.ts'

// Its errors are thrown as well; on stderr they would bury the one line that says what to do.
ort.env.logLevel = 'fatal'

export type Provider = 'cpu' | 'cuda'
export type OnnxOptions = {
  provider: Provider
  /** Threads within one operator, per graph. */
  threads: number
}
export type Values = Float32Array | Int32Array
export type Tensor = ort.Tensor

/** One ONNX graph, ready to run. */
export type Graph = {
  /** Shape by the graph's own metadata; a dynamic dimension is its name. */
  inputShape(name: string): readonly (number | string)[]
  /**
   * Values in the dtype the graph asks for. Float32 data is not copied: a tensor may be made once, its array rewritten between runs.
   */
  tensor(name: string, values: Values, dims: readonly number[]): Tensor
  /** Runs on this thread and blocks it; starts after a turn of the event loop. */
  run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>>
}

/**
 * Opens a graph. Throws BundleError when it cannot be loaded, lacks an input or output of those named, or when the provider is
 * not available here: asking for CUDA never silently runs on the CPU.
 */
export async function openGraph(
  path: string,
  expected: { inputs: readonly string[]; outputs: readonly string[] },
  { provider, threads }: OnnxOptions,
): Promise<Graph> {
  const session = await ort.InferenceSession.create(path, {
    executionProviders: [provider],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // Weights are int8; without this they meet in integer arithmetic, whose sums differ between thread counts.
    extra: { session: { disable_quant_qdq: '1' } },
  }).catch(error => {
    throw new BundleError(`${path} does not load on provider ${provider}: ${oneLine(error)}`)
  })
  const missing =
    expected.inputs.find(name => !session.inputNames.includes(name)) ??
    session.inputNames.find(name => !expected.inputs.includes(name)) ??
    expected.outputs.find(name => !session.outputNames.includes(name))
  if (missing) throw new BundleError(`${path}: input or output "${missing}" is not what this version of Dabble runs.`)

  const metadata = (name: string) => {
    const found = session.inputMetadata.find(input => input.name === name)
    if (!found?.isTensor) throw new BundleError(`${path}: input "${name}" is not a tensor.`)
    return found
  }
  return {
    inputShape: name => metadata(name).shape,
    tensor(name, values, dims) {
      const { type } = metadata(name)
      if (type === 'float32' && values instanceof Float32Array) return new ort.Tensor('float32', values, dims)
      if (type === 'int64') return new ort.Tensor('int64', BigInt64Array.from(values, BigInt), dims)
      if (type === 'int32') return new ort.Tensor('int32', Int32Array.from(values), dims)
      throw new BundleError(`${path}: input "${name}" is ${type}, which this version of Dabble does not feed.`)
    },
    run: feeds => session.run(feeds),
  }
}

const oneLine = (error: unknown) => String(error instanceof Error ? error.message : error).replaceAll(/\s+/g, ' ')

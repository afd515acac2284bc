import { fileURLToPath } from 'node:url'
import { BundleError } from '../bundle/index.ts'
import { openGraph } from '../onnx.ts'
import { diagnoseCuda } from './diagnose.ts'

/**
 * Run as a process of its own: a convolution (cuDNN) and a matrix product (cuBLAS) on the GPU whose number is the argument.
 * Exits with 1 and one line on stderr where that does not work.
 */
const path = fileURLToPath(new URL('./probe.onnx', import.meta.url))
const options = { provider: 'cuda', threads: 1, device: Number(process.argv[2] ?? 0) } as const
/** Of a picture of ones: every channel's sum over 3x3 neighbours, averaged; borders have fewer. */
const expected = 22.6875

try {
  const graph = await openGraph(path, { inputs: ['x'], outputs: ['y'] }, options)
  const { y } = await graph.run({ x: graph.tensor('x', new Float32Array(3 * 8 * 8).fill(1), [1, 3, 8, 8]) })
  const got = y?.data[0] ?? Number.NaN
  if (!(Math.abs(got - expected) < 0.1))
    throw new BundleError(`The GPU computes wrongly: ${got} instead of ${expected}.`)
} catch (error) {
  process.stderr.write(`${error instanceof BundleError ? error.message : diagnoseCuda(error)}\n`)
  process.exitCode = 1
}

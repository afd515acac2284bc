import { cannot, type Part } from './part.ts'
import type { GraphProto } from './proto/onnx-pb.ts'
import { graphsIn } from './rename.ts'

/** Fused graphs need Clip and Round as they are since then. */
const oldest = 11
/** The newest whose changes are known below. */
const newest = 23

const reductions = ['L1', 'L2', 'LogSum', 'LogSumExp', 'Max', 'Mean', 'Min', 'Prod', 'SumSquare'].map(
  name => [`Reduce${name}`, [18]] as const,
)
/**
 * Versions in which an operator changed its meaning or what it is given; all others only took more types or options (the
 * "Version" sections of ONNX's Changelog.md).
 */
const changes = new Map<string, readonly number[]>([
  ...reductions,
  ['ReduceSum', [13]],
  ['Dropout', [12]],
  ['Softmax', [13]],
  ['LogSoftmax', [13]],
  ['Hardmax', [13]],
  ['Squeeze', [13]],
  ['Unsqueeze', [13]],
  ['Split', [13, 18]],
  ['BatchNormalization', [14]],
  ['RoiAlign', [16]],
  ['GridSample', [20]],
  ['DFT', [20]],
  ['GroupNormalization', [21]],
])

const isOnnx = (domain: string) => domain === '' || domain === 'ai.onnx'

/**
 * One version of each operator set for all parts: the highest, where the others' operators mean the same in it. Throws BundleError
 * where they do not.
 */
export function mergeOpsets(parts: readonly Part[]): Map<string, number> {
  const merged = new Map<string, number>()
  for (const part of parts)
    for (const { domain, version } of imports(part)) merged.set(domain, Math.max(version, merged.get(domain) ?? 0))
  for (const part of parts)
    for (const { domain, version } of imports(part)) {
      const target = merged.get(domain) as number
      if (domain === '' && version < oldest)
        throw cannot(part.path, `is of opset ${version}; export it with ${oldest} or newer`)
      if (version === target) continue
      const why = `is of opset ${version}${domain && ` of ${domain}`} and another part of ${target}`
      const changed =
        domain === '' && target <= newest ? changedOperator(part.graph, version, target) : 'their operators'
      if (changed) throw cannot(part.path, `${why}, between which ${changed} changed; export all with the same`)
    }
  return merged
}

const imports = ({ model }: Part) =>
  model.opsetImport.map(({ domain, version }) => ({ domain: isOnnx(domain) ? '' : domain, version: Number(version) }))

function changedOperator(graph: GraphProto, from: number, to: number): string | undefined {
  for (const node of graph.node) {
    const versions = isOnnx(node.domain) ? (changes.get(node.opType) ?? []) : []
    if (versions.some(version => version > from && version <= to)) return node.opType
    for (const inner of graphsIn(node)) {
      const changed = changedOperator(inner, from, to)
      if (changed) return changed
    }
  }
}

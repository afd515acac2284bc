import type { GraphProto, NodeProto } from './proto/onnx-pb.ts'
import { graphsIn } from './rename.ts'

/** Takes out nodes and weights that no output needs, such as a text encoder's last layer where the one before it is asked for. */
export function prune(graph: GraphProto): void {
  const needed = new Set(graph.output.map(({ name }) => name))
  // Nodes stand behind those whose outputs they use.
  const kept = graph.node.toReversed().filter(node => {
    if (!node.output.some(name => needed.has(name))) return false
    for (const name of usedBy(node)) needed.add(name)
    return true
  })
  graph.node = kept.toReversed()
  graph.initializer = graph.initializer.filter(({ name }) => needed.has(name))
}

function usedBy(node: NodeProto): string[] {
  const inside = graphsIn(node).flatMap(graph => [
    ...graph.node.flatMap(usedBy),
    ...graph.output.map(({ name }) => name),
  ])
  return [...node.input, ...inside]
}

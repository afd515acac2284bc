import type { GraphProto } from './proto/onnx-pb.ts'

/** Changes the names of all values and nodes of a graph, and of the graphs in its nodes, which may use those around them. */
export function renameValues(graph: GraphProto, rename: (name: string) => string): void {
  // An empty name stands for an optional input that is left out.
  const renamed = (name: string) => (name === '' ? '' : rename(name))
  for (const node of graph.node) {
    node.name = renamed(node.name)
    node.input = node.input.map(renamed)
    node.output = node.output.map(renamed)
    for (const inner of graphsIn(node)) renameValues(inner, rename)
  }
  for (const value of [...graph.initializer, ...graph.input, ...graph.output]) value.name = renamed(value.name)
  // Shapes of what is in between were worked out for the part alone, with names of dimensions that other parts also use.
  graph.valueInfo = []
}

/** Branches and bodies of If, Loop and Scan. */
export const graphsIn = ({ attribute }: GraphProto['node'][number]): GraphProto[] =>
  attribute.flatMap(({ g, graphs }) => (g ? [g, ...graphs] : graphs))

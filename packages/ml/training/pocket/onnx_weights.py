"""Weights in ONNX files: packed as int8 or float16 on the way out, float32 again on the way back.

Matrices are int8 with one scale a channel, decoder weights and vectors float16; a graph begins with the nodes that undo it. Every
initializer carries the name of its parameter, so that the committed bundle is all that a next run needs to go on.
"""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

TRANSPOSED, QUANTISED, SCALES, ZEROS, HALF = '.T', '.int8', '.scale', '.zero', '.half'
SMALLEST = 256
"""Values; smaller tensors stay as they are."""


def name_parameters(model: onnx.ModelProto, parameters: dict[str, np.ndarray]) -> None:
    """The exporter stores a linear layer's weights transposed, and a norm's in another shape, under numbers: names them again."""
    known = {parameter.tobytes(): name for name, parameter in parameters.items()}
    known |= {parameter.T.tobytes(): name + TRANSPOSED for name, parameter in parameters.items() if parameter.ndim == 2}
    taken = {tensor.name for tensor in model.graph.initializer}
    renamed = {}
    for tensor in model.graph.initializer:
        name = known.get(numpy_helper.to_array(tensor).tobytes())
        if tensor.name not in parameters and name and name not in taken:
            taken.add(name)
            renamed[tensor.name] = tensor.name = name
    for node in model.graph.node:
        for i, name in enumerate(node.input):
            node.input[i] = renamed.get(name, name)


def pack(model: onnx.ModelProto, keep_half: bool) -> None:
    """In place. `keep_half`: all weights in float16, none in int8."""
    nodes, tensors = [], []
    for tensor in model.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < SMALLEST:
            tensors.append(tensor)
        elif values.ndim < 2 or keep_half:
            tensors.append(numpy_helper.from_array(values.astype(np.float16), tensor.name + HALF))
            nodes.append(helper.make_node('Cast', [tensor.name + HALF], [tensor.name], to=TensorProto.FLOAT))
        else:
            axis = values.ndim - 1 if tensor.name.endswith(TRANSPOSED) else 0
            others = tuple(i for i in range(values.ndim) if i != axis)
            scales = np.maximum(np.abs(values).max(others, keepdims=True), 1e-8) / 127
            parts = {
                QUANTISED: np.clip(np.round(values / scales), -127, 127).astype(np.int8),
                SCALES: scales.reshape(-1).astype(np.float32),
                ZEROS: np.zeros(scales.size, np.int8),
            }
            tensors += [numpy_helper.from_array(part, tensor.name + suffix) for suffix, part in parts.items()]
            nodes.append(helper.make_node('DequantizeLinear', [tensor.name + suffix for suffix in parts], [tensor.name], axis=axis))
    nodes += model.graph.node
    del model.graph.initializer[:], model.graph.node[:]
    model.graph.initializer.extend(tensors)
    model.graph.node.extend(nodes)


def unpack(path) -> dict[str, np.ndarray]:
    """float32 weights by their parameters' names."""
    model = onnx.load(path)
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    found = {}
    for name, values in tensors.items():
        if name.endswith(QUANTISED):
            name = name.removesuffix(QUANTISED)
            shape = [1] * values.ndim
            shape[values.ndim - 1 if name.endswith(TRANSPOSED) else 0] = -1
            values = values * tensors[name + SCALES].reshape(shape)
        elif name.endswith(HALF):
            name = name.removesuffix(HALF)
        elif name.endswith((SCALES, ZEROS)):
            continue
        values = values.astype(np.float32)
        found[name.removesuffix(TRANSPOSED)] = values.T if name.endswith(TRANSPOSED) else values
    return found

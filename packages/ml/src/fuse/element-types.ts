/** ONNX's TensorProto.DataType, as far as fused graphs have it. */
export const float32 = 1
export const uint8 = 2
export const int64 = 7

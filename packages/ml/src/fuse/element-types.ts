/** ONNX's TensorProto.DataType, as far as fused graphs have it. */
export const float32 = 1
export const uint8 = 2
export const int64 = 7
export const float16 = 10
export const float64 = 11

/** Types that pictures and texts are computed in. */
export const isFloat = (type: number) => type === float32 || type === float16 || type === float64

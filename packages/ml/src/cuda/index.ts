export { type Gpu, listGpus } from '../gpu.ts'
export { CudaError } from './cuda-error.ts'
export { diagnoseCuda } from './diagnose.ts'
export { installCuda } from './install-cuda.ts'

/**
 * ONNX Runtime's CUDA 13 provider as npm serves it, built for exactly one version of onnxruntime-node: the two halves talk
 * through C++ tables whose layout changes with every release.
 */
export const cudaPackage = {
  name: 'com.github.asus4.onnxruntime.linux-x64-gpu',
  version: '0.4.9',
  runtime: '1.29.0',
  integrity: 'sha512-FopIhNE/Ng+v2X65wVc9clPCBCvhvA53Hxo2U0Kf5fGdVsC7iCA+mZ0KLWggcQAj7TIZ6pNidR4AC10g74Xo6w==',
  /** Tarball, and what is taken out of it; bytes. */
  bytes: { packed: 179_145_956, unpacked: 229_795_072 },
  folder: 'package/Plugins/Linux/x64',
} as const

/** SHA-256 of each library that is linked beside libonnxruntime.so.1. TensorRT's stays out: nobody here asks for it. */
export const providerLibraries: Readonly<Record<string, string>> = {
  'libonnxruntime_providers_cuda.so': '56cf3254b118ad837ccc4ed8f6d1b23504bbf7ef91b34cbc0b289cb7f10b3037',
  'libonnxruntime_providers_shared.so': 'c6a12593396095f5670160e284c35d1700b7708cf3037b7042e2a5200ccae772',
}

export const providerLibrary = 'libonnxruntime_providers_cuda.so'
/** Comes with the driver, never from pip or apt's CUDA packages. */
export const driverLibrary = 'libcuda.so.1'
/** The first driver that runs CUDA 13 (CUDA 13.0 release notes, table 3). */
export const leastDriver = 580

/** What brings a library: the names under which pip and NVIDIA's apt repository have it. */
export const broughtBy: Readonly<Record<string, { pip: string; apt: string }>> = {
  'libcublas.so.13': { pip: 'nvidia-cublas', apt: 'libcublas-13-0' },
  'libcublasLt.so.13': { pip: 'nvidia-cublas', apt: 'libcublas-13-0' },
  'libcudart.so.13': { pip: 'nvidia-cuda-runtime', apt: 'cuda-cudart-13-0' },
  'libcufft.so.12': { pip: 'nvidia-cufft', apt: 'libcufft-13-0' },
  'libcurand.so.10': { pip: 'nvidia-curand', apt: 'libcurand-13-0' },
  'libcudnn.so.9': { pip: 'nvidia-cudnn-cu13', apt: 'libcudnn9-cuda-13' },
  'libnvrtc.so.13': { pip: 'nvidia-cuda-nvrtc', apt: 'cuda-nvrtc-13-0' },
}

/** Opened by the provider while it runs, so no ELF header names them. cuDNN compiles some kernels with NVRTC. */
export const openedLater = ['libcudnn.so.9', 'libnvrtc.so.13'] as const

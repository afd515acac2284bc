import { tooOld } from './troubles.ts'

/** By CUDA's error number (cudaError_t), as ONNX Runtime prints it: `CUDA failure 35: …`. */
const byNumber: Readonly<Record<number, string>> = {
  2: 'The GPU is out of memory. End what else uses it (nvidia-smi shows it), set DABBLE_ML_BATCH=1, or take a smaller bundle.',
  35: tooOld('The NVIDIA driver is too old'),
  100: 'The driver finds no NVIDIA GPU. Look at nvidia-smi; a container needs --gpus all.',
  101: 'There is no GPU with this number. Set GPUS (of a sidecar alone: DABBLE_ML_DEVICE) to one that nvidia-smi lists; 0 is the first.',
  209: 'This GPU is too old for CUDA 13, or too new for this ONNX Runtime (no kernel for it).',
  802: 'The GPUs of this machine are not ready (fabric manager). Start nvidia-fabricmanager, then try again.',
  803: 'Parts of two NVIDIA drivers are loaded, as after an update. Restart the machine.',
}

/** What to do about an error of the CUDA provider, by its words alone; null when they say nothing that is known. */
export function explainCudaError(message: string): string | null {
  const number = Number(/CUDA failure (\d+)/.exec(message)?.[1] ?? Number.NaN)
  if (byNumber[number]) return byNumber[number]
  if (/out of memory|failed to allocate memory|CUBLAS_STATUS_ALLOC_FAILED|CUDNN_STATUS_ALLOC_FAILED/i.test(message))
    return byNumber[2] as string
  if (/cudnn.*(?:not initialized|version|mismatch|could not load|unable to load|sublibrary)/i.test(message))
    return 'cuDNN does not fit or is not whole. Install cuDNN 9 for CUDA 13 (apt: libcudnn9-cuda-13, pip: nvidia-cudnn-cu13).'
  return null
}

/** Whether the words are about the GPU at all, and not about a graph that would open nowhere. */
export const isCudaError = (message: string): boolean =>
  /cuda|cudnn|cublas|curand|nvrtc|\bgpu\b|shared library|out of memory|failed to allocate/i.test(message)

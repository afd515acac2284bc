/** Why `models cuda` cannot go on, in one line that says what to do. */
export class CudaError extends Error {
  override readonly name = 'CudaError'
}

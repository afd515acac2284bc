/** Why models cannot be brought in or checked, in one line that says what to do. */
export class ModelsError extends Error {
  override readonly name = 'ModelsError'
}

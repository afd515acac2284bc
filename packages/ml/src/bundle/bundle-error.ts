/**
 * A bundle that can never work as it is: damaged, incomplete, or in need of a provider this machine lacks. `message` is one
 * line that says what to do; restarting without a change is pointless.
 */
export class BundleError extends Error {
  override readonly name = 'BundleError'
}
